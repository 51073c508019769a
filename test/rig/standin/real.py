"""Calls the real VBoxManage, which lives in a chroot of Debian sid."""
import fcntl
import os
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

from .result import Result

# VirtualBox's daemon ends a few seconds after the last call, and a call that comes just then, or while
# it starts on a busy machine, finds none. It has done nothing yet, so it can be made again.
NO_DAEMON = b'Failed to create the VirtualBox object'
ATTEMPTS = 5
PAUSE_S = 1

ENTER = Path(__file__).resolve().parents[1] / 'enter-sid'


class RealVBoxManage:
    def __init__(self, rig):
        self.rig = rig

    def __call__(self, *arguments):
        # Not /usr/bin/VBoxManage, whose warning on stdout Vagrant takes for a broken installation.
        command = [str(ENTER), str(self.rig.sid), '/usr/lib/virtualbox/VBoxManage', *arguments]
        environment = {**os.environ, 'LC_ALL': 'C', 'LD_LIBRARY_PATH': '/usr/lib/virtualbox'}
        with self._one_at_a_time():
            for _ in range(ATTEMPTS):
                done = subprocess.run(
                    command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
                )
                if not (done.returncode and NO_DAEMON in done.stderr):
                    break
                time.sleep(PAUSE_S)
        return Result(done.returncode, _text(done.stdout), _text(done.stderr))

    @contextmanager
    def _one_at_a_time(self):
        """Most calls lock the machine in VirtualBox. A machine that runs shares its lock; to
        VirtualBox ours never run, and the second of two calls at once fails: "The object is not
        ready". Vagrant makes such calls while it waits for SSH."""
        self.rig.run.mkdir(parents=True, exist_ok=True)
        with open(self.rig.run / 'real.lock', 'w', encoding='ascii') as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _text(data):
    """Bytes that are no UTF-8 go through unchanged."""
    return data.decode('utf-8', 'surrogateescape')
