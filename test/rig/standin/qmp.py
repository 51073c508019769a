"""QEMU's control socket."""
import json
import socket

TIMEOUT_S = 30


class QmpError(Exception):
    """QEMU refused a command, or is gone."""


class Qmp:
    """A connection; use it in a `with` block."""

    def __init__(self, path):
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(TIMEOUT_S)
        try:
            self._socket.connect(str(path))
            self._stream = self._socket.makefile('rw', encoding='utf-8')
            self._stream.readline()  # the greeting
            self('qmp_capabilities')
        except OSError as error:
            self._socket.close()
            raise QmpError(str(error)) from error

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def __call__(self, command, **arguments):
        """Runs a command and returns what it returns; events in between are passed over."""
        try:
            self._stream.write(json.dumps({'execute': command, 'arguments': arguments}) + '\n')
            self._stream.flush()
            for line in self._stream:
                answer = json.loads(line)
                if 'error' in answer:
                    raise QmpError(f'{command}: {answer["error"]["desc"]}')
                if 'return' in answer:
                    return answer['return']
        except OSError as error:
            raise QmpError(f'{command}: {error}') from error
        raise QmpError(f'{command}: QEMU is gone')

    def human(self, line):
        """A command that only QEMU's human monitor has; it answers nothing where all is well."""
        answer = self('human-monitor-command', **{'command-line': line}).strip()
        if answer:
            raise QmpError(f'{line}: {answer}')
