"""A snapshot of a running machine: of its disks, not of its memory."""
import json
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
        if _file_of(device.get('inserted', {}).get('image', {})) == old
    )
    overlay = f'overlay-{time.monotonic_ns()}'
    file = {'driver': 'file', 'filename': new}
    qmp('blockdev-add', driver='vmdk', **{'node-name': overlay}, backing=None, file=file)
    qmp('blockdev-snapshot', node=node, overlay=overlay)


def _file_of(image):
    """QEMU names an image with a chain below it by all its options."""
    name = image.get('filename', '')
    return json.loads(name[len('json:') :])['file']['filename'] if name.startswith('json:') else name
