"""Decides for each call of VBoxManage who answers it."""
import json
import os
import re
import sys
import time

from .machine import parse_machine
from .power import Power
from .real import RealVBoxManage
from .result import Refusal, Result
from .rig import Rig
from .segments import Segments
from .sessions import Sessions
from .snapshot import LiveSnapshot

# Vagrant 2.3.4 knows VirtualBox up to 7.0 (and treats 7.0.0 by itself).
VERSION = '7.0.26r168464'
GLOBAL_OPTIONS = ('-q', '--nologo', '-nologo')
# What VirtualBox refuses for a machine that runs: it would change disks or hardware under QEMU.
NEEDS_POWERED_OFF = (
    'modifyvm', 'unregistervm', 'storageattach', 'storagectl', 'export', 'movevm', 'encryptvm',
)


class StandIn:
    def __init__(self, rig, real):
        self._real = real
        self._sessions = Sessions(rig)
        self._power = Power(self._real, self._sessions, Segments(rig), rig.offline)

    def __call__(self, arguments):
        words = list(arguments)
        while words and words[0] in GLOBAL_OPTIONS:
            words.pop(0)
        command, *rest = words or ['']
        if command in ('--version', '-v', '-version', '-V'):
            return Result(out=VERSION + '\n')
        if command == 'list' and 'runningvms' in rest:
            return self._running()
        handler = {
            'startvm': self._start,
            'controlvm': self._control,
            'showvminfo': self._show,
            'snapshot': self._snapshot,
            'unregistervm': self._unregister,
        }.get(command, self._forward)
        return handler(command, rest)

    def _forward(self, command, rest):
        if command in NEEDS_POWERED_OFF and rest:
            self._refuse_running(rest[0])
        return self._real(*([command] if command else []), *rest)

    def _start(self, _, rest):
        name = next((word for word in rest if not word.startswith('-')), '')
        result = self._real('showvminfo', name, '--machinereadable')
        if result.code:
            return result
        machine = parse_machine(result.out)
        started = self._power.start(machine)
        self._sessions.record_answer(machine.uuid, _with_state(result.out, 'running'))
        return started

    def _control(self, _, rest):
        name, *command = rest
        uuid = self._uuid(name)
        self._sessions.drop_answer(uuid)
        return self._power.control(uuid, name, *command)

    def _show(self, command, rest):
        result = self._real(command, *rest)
        found = re.search(r'^UUID[=:]\s*"?([0-9a-f-]{36})', result.out, re.MULTILINE)
        if not found:
            return result
        state = self._sessions.state(found[1])
        if not state:
            self._notice_power_off(found[1])
            return result
        return Result(result.code, _with_state(result.out, state), result.err)

    def _notice_power_off(self, uuid):
        """A guest that shut itself down told nobody: its process id is what is left of it."""
        pid_file = self._sessions.directory(uuid) / 'pid'
        if pid_file.exists():
            pid_file.unlink(missing_ok=True)
            self._power.end_unused_segments()

    def _snapshot(self, command, rest):
        name, *what = rest if rest else ['']
        if what[:1] in (['list'], ['showvminfo']) or not name:
            return self._real(command, *rest)
        if what[:1] == ['take'] and self._sessions.pid(self._uuid(name)):
            return LiveSnapshot(self._real, self._sessions).take(self._uuid(name), rest)
        self._refuse_running(name)
        return self._real(command, *rest)

    def _unregister(self, command, rest):
        uuid = self._uuid(rest[0]) if rest else ''
        result = self._forward(command, rest)
        if result.code == 0 and uuid:
            self._sessions.forget(uuid)
        return result

    def _running(self):
        lines = self._real('list', 'vms').out.splitlines(keepends=True)
        return Result(out=''.join(line for line in lines if self._sessions.pid(line[-38:-2])))

    def _refuse_running(self, name):
        if self._sessions.pid(self._uuid(name)):
            raise Refusal(f"The machine '{name}' is already locked for a session")

    def _uuid(self, name):
        """The id of a machine given by name or id; the name itself if there is no such machine."""
        if re.fullmatch(r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', name):
            return name
        for line in self._real('list', 'vms').out.splitlines():
            if line[:-38] == f'"{name}" ':
                return line[-37:-1]
        return name


def _with_state(text, state):
    text = re.sub(r'^VMState="[^"]*"', f'VMState="{state}"', text, flags=re.MULTILINE)
    return re.sub(r'^(State:\s+).*$', rf'\g<1>{state}', text, flags=re.MULTILINE)


def main(arguments):
    rig = Rig.from_environment()
    started = time.time()
    try:
        result = StandIn(rig, RealVBoxManage(rig))(arguments)
    except Refusal as refusal:
        result = refusal.result
    _log(rig, started, arguments, result)
    for stream, text in ((sys.stdout, result.out), (sys.stderr, result.err)):
        stream.buffer.write(text.encode('utf-8', 'surrogateescape'))
        stream.flush()
    return result.code


def _log(rig, started, arguments, result):
    rig.run.mkdir(parents=True, exist_ok=True)
    seconds = round(time.time() - started, 3)
    said = (result.err or result.out) if result.code else ''
    line = json.dumps([round(started, 3), seconds, result.code, arguments, said]) + '\n'
    # One write each: calls of several Vagrants do not tear each other's lines.
    descriptor = os.open(rig.calls, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        os.write(descriptor, line.encode('utf-8', 'surrogateescape'))
    finally:
        os.close(descriptor)
