"""The machines that run now."""
import json
import shutil

from . import process
from .qmp import Qmp, QmpError


class Sessions:
    """Each machine that was ever started has a directory, with QEMU's process id, control socket,
    serial log and the names of its internal networks."""

    def __init__(self, rig):
        self._rig = rig

    def directory(self, uuid):
        return self._rig.machine(uuid)

    def pid(self, uuid):
        directory = self.directory(uuid)
        return process.recorded(directory / 'pid', directory)

    def qmp(self, uuid):
        return Qmp(self.directory(uuid) / 'qmp')

    def state(self, uuid):
        """As VirtualBox names it; None for a machine that does not run, whose state is the real
        VBoxManage's to tell."""
        if not self.pid(uuid):
            return None
        try:
            with self.qmp(uuid) as qmp:
                return 'paused' if qmp('query-status')['status'] == 'paused' else 'running'
        except QmpError:
            # On its way up or down.
            return 'running' if self.pid(uuid) else None

    def uuids(self):
        try:
            return [entry.name for entry in (self._rig.run / 'machines').iterdir()]
        except FileNotFoundError:
            return []

    def record_networks(self, uuid, networks):
        text = json.dumps(sorted(networks))
        (self.directory(uuid) / 'networks').write_text(text, encoding='ascii')

    def networks(self):
        """The internal networks of all machines that run."""
        used = set()
        for uuid in self.uuids():
            if self.pid(uuid):
                text = (self.directory(uuid) / 'networks').read_text(encoding='ascii')
                used.update(json.loads(text))
        return used

    def record_answer(self, uuid, text):
        """What bin/VBoxManage answers to `showvminfo UUID --machinereadable`."""
        path = self.directory(uuid) / 'answer'
        new = path.with_suffix('.new')
        new.write_text(text, encoding='utf-8', errors='surrogateescape')
        new.rename(path)

    def drop_answer(self, uuid):
        """For good, until the machine starts again: what it says may no longer be true."""
        (self.directory(uuid) / 'answer').unlink(missing_ok=True)

    def forget(self, uuid):
        shutil.rmtree(self.directory(uuid), ignore_errors=True)
