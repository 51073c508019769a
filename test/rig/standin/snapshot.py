"""A snapshot of a running machine: of its disks, not of its memory."""
import time

from .disk_image import Image, link_chain
from .machine import parse_machine


class LiveSnapshot:
    def __init__(self, real, sessions):
        self._real = real
        self._sessions = sessions

    def take(self, uuid, arguments):
        """The guest pauses, VirtualBox makes the differencing images, QEMU goes on writing there."""
        with self._sessions.qmp(uuid) as qmp:
            before = self._disks(uuid)
            self._sessions.drop_answer(uuid)
            qmp('stop')
            try:
                result = self._real('snapshot', *arguments)
                if result.code == 0:
                    for place, path in self._disks(uuid).items():
                        if path != before[place]:
                            _write_to(qmp, before[place], path)
            finally:
                qmp('cont')
        return result

    def _disks(self, uuid):
        return parse_machine(self._real('showvminfo', uuid, '--machinereadable').out).disks


def _write_to(qmp, old, new):
    link_chain([Image(new, 'vmdk'), Image(old, 'vmdk')])
    node = next(
        device['inserted']['node-name']
        for device in qmp('query-block')
        if device.get('inserted', {}).get('image', {}).get('filename') == old
    )
    overlay = f'overlay-{time.monotonic_ns()}'
    file = {'driver': 'file', 'filename': new}
    qmp('blockdev-add', driver='vmdk', **{'node-name': overlay}, backing=None, file=file)
    qmp('blockdev-snapshot', node=node, overlay=overlay)
