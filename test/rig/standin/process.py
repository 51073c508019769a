"""Processes that outlive the call that started them, known by the id they recorded."""
import os
import signal
import time
from pathlib import Path

POLL_S = 0.05


def recorded(pid_file, mark):
    """The id in `pid_file` if that process runs and has `mark` in its command line, else None.

    The mark is a path of the rig's own, so that an id used again by the system is not taken for it.
    """
    try:
        pid = int(Path(pid_file).read_text())
        command_line = Path(f'/proc/{pid}/cmdline').read_bytes()
    except (OSError, ValueError):
        return None
    return pid if os.fsencode(str(mark)) in command_line else None


def wait_until(condition, seconds):
    """Whether the condition comes true in that time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_S)
    return True


def wait_gone(pid, seconds):
    return wait_until(lambda: not _runs(pid), seconds)


def end(pid, seconds=5):
    """Asks the process to end, and makes it end where it does not."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return
        if wait_gone(pid, seconds):
            return


def _runs(pid):
    """Whether it runs: a zombie nobody has waited for yet does not."""
    try:
        stat = Path(f'/proc/{pid}/stat').read_text(encoding='ascii', errors='replace')
    except OSError:
        return False
    return stat.rpartition(')')[2].split()[0] != 'Z'
