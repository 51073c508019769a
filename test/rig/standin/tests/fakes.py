"""What the tests put in the place of VirtualBox, QEMU and its control socket."""
import json
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

from ..result import Result
from ..rig import Rig

UUID = 'db5b31d6-ee73-4cf7-a786-20b49d4a6032'
SHOWVMINFO = (Path(__file__).parent / 'showvminfo.txt').read_text(encoding='utf-8')


class FakeReal:
    """Answers by the longest known beginning of a call, and remembers the calls."""

    def __init__(self, **answers):
        self.answers = {
            'list vms': Result(out=f'"other" {{{"0" * 8}}}\n"golden" {{{UUID}}}\n'),
            'showvminfo': Result(out=SHOWVMINFO),
            **{key.replace('_', ' '): value for key, value in answers.items()},
        }
        self.calls = []

    def __call__(self, *arguments):
        call = ' '.join(arguments)
        self.calls.append(call)
        known = [key for key in self.answers if call.startswith(key)]
        return self.answers[max(known, key=len)] if known else Result()


class RigCase(unittest.TestCase):
    """A test with a rig directory of its own."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix='rig-')
        self.addCleanup(directory.cleanup)
        self.rig = Rig(Path(directory.name))

    def running(self, uuid=UUID, networks=()):
        """Something that is QEMU as far as the stand-in can tell."""
        directory = self.rig.machine(uuid)
        directory.mkdir(parents=True)
        (directory / 'networks').write_text(json.dumps(list(networks)), encoding='ascii')
        program = [sys.executable, '-c', 'import time; time.sleep(60)', str(directory)]
        process = subprocess.Popen(program)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        (directory / 'pid').write_text(f'{process.pid}\n', encoding='ascii')
        return FakeQmp(self, directory / 'qmp', process)


class FakeQmp:
    """A control socket that remembers the commands; `quit` ends the process."""

    def __init__(self, case, path, process):
        self.commands = []
        self.status = 'running'
        self._process = process
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(path))
        self._server.listen()
        threading.Thread(target=self._serve, daemon=True).start()
        case.addCleanup(self._server.close)

    def kill(self):
        self._process.kill()
        self._process.wait()

    def _serve(self):
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            with connection, connection.makefile('rw') as stream:
                self._answer(stream)

    def _answer(self, stream):
        print(json.dumps({'QMP': {}}), file=stream, flush=True)
        for line in stream:
            request = json.loads(line)
            if request['execute'] != 'qmp_capabilities':
                self.commands.append((request['execute'], request['arguments']))
            if request['execute'] == 'quit':
                self.kill()
                return
            print(json.dumps({'event': 'NIC_RX_FILTER_CHANGED'}), file=stream)
            print(json.dumps({'return': {'status': self.status}}), file=stream, flush=True)
