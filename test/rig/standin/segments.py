"""Internal networks: one vde_switch each, shared by the machines that are on it."""
import fcntl
import hashlib
import shutil
import subprocess
from contextlib import contextmanager

from . import process
from .result import Refusal

START_S = 10


class Segments:
    """A switch is started with its first machine, and ended when none is left that uses it."""

    def __init__(self, rig):
        self._directory = rig.run / 'segments'

    @contextmanager
    def lock(self):
        """Held while a machine starts, so that its switches are not ended in between."""
        self._directory.mkdir(parents=True, exist_ok=True)
        with open(self._directory / 'lock', 'w', encoding='ascii') as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def socket(self, network):
        """The directory of sockets a machine connects to."""
        return self._of(network) / 'sockets'

    def start(self, network):
        """Call it under the lock."""
        home, sockets = self._of(network), self.socket(network)
        if self._pid(home):
            return
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        (home / 'name').write_text(network, encoding='utf-8', errors='surrogateescape')
        command = ['vde_switch', '-daemon', '-sock', sockets, '-pidfile', home / 'pid']
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        # It goes into the background before it has written the one or made the other.
        ready = lambda: self._pid(home) and (self.socket(network) / 'ctl').exists()
        if not process.wait_until(ready, START_S):
            raise Refusal(f'vde_switch did not start for internal network {network}')

    def end_unused(self, used):
        """Ends every switch whose network is not in `used`; call it under the lock."""
        kept = {self._of(network) for network in used}
        for home in self._directory.iterdir():
            if home.name == 'lock' or home in kept:
                continue
            pid = self._pid(home)
            if pid:
                process.end(pid)
            shutil.rmtree(home, ignore_errors=True)

    def _of(self, network):
        # Names may be long or hold any character; a socket's path may not.
        name = network.encode('utf-8', 'surrogateescape')
        return self._directory / hashlib.sha256(name).hexdigest()[:12]

    @staticmethod
    def _pid(home):
        return process.recorded(home / 'pid', home)
