"""startvm and controlvm."""
import os
import subprocess

from . import process
from .disk_image import chain, link_chain
from .qemu_command import qemu_command
from .qmp import QmpError
from .result import Refusal, Result, unsupported

# QEMU writes what is in flight before it goes; past this it is not going to.
POWER_OFF_S = 10
PROGRESS = ''.join(f'{percent}%...' for percent in range(0, 100, 10)) + '100%\n'


class Power:
    def __init__(self, real, sessions, segments, offline):
        self._real = real
        self._offline = offline
        self._sessions = sessions
        self._segments = segments

    def start(self, machine):
        if self._sessions.pid(machine.uuid):
            raise Refusal(f"The machine '{machine.name}' is already locked by a session")
        chains = {path: chain(self._real, path) for path in machine.disks.values()}
        directory = self._sessions.directory(machine.uuid)
        directory.mkdir(parents=True, exist_ok=True)
        command = qemu_command(machine, directory, chains, self._segments.socket, self._offline)
        for images in chains.values():
            link_chain(images)
        networks = {a.network for a in machine.adapters if a.attachment == 'intnet'}
        with self._segments.lock():
            self._sessions.record_networks(machine.uuid, networks)
            for network in networks:
                self._segments.start(network)
            self._sessions.drop_answer(machine.uuid)
            _run_qemu(command, directory)
        self._pull_cables(machine)
        return Result(
            out=f'Waiting for VM "{machine.name}" to power on...\n'
            f'VM "{machine.name}" has been successfully started.\n'
        )

    def _pull_cables(self, machine):
        unplugged = [a.number for a in machine.adapters if not a.connected]
        if unplugged:
            with self._sessions.qmp(machine.uuid) as qmp:
                for number in unplugged:
                    qmp('set_link', name=f'nic{number}', up=False)

    def control(self, uuid, name, command, *arguments):
        pid = self._sessions.pid(uuid)
        if not pid:
            raise Refusal(f"Machine '{name}' is not currently running.")
        if command == 'poweroff':
            return self._power_off(uuid, pid)
        try:
            with self._sessions.qmp(uuid) as qmp:
                _send(qmp, command, arguments)
        except QmpError as error:
            raise Refusal(f'QEMU: {error}', 'VBOX_E_VM_ERROR (0x80bb0003)') from error
        return Result()

    def _power_off(self, uuid, pid):
        try:
            with self._sessions.qmp(uuid) as qmp:
                qmp('quit')
        except QmpError:
            pass
        if not process.wait_gone(pid, POWER_OFF_S):
            process.end(pid)
        self.end_unused_segments()
        return Result(err=PROGRESS)

    def end_unused_segments(self):
        with self._segments.lock():
            self._segments.end_unused(self._sessions.networks())


SIMPLE_COMMANDS = {
    'acpipowerbutton': 'system_powerdown',
    'shutdown': 'system_powerdown',
    'reset': 'system_reset',
    'pause': 'stop',
    'resume': 'cont',
}


def _send(qmp, command, arguments):
    if command in SIMPLE_COMMANDS:
        qmp(SIMPLE_COMMANDS[command])
    elif command.startswith('setlinkstate') and arguments:
        qmp('set_link', name=f'nic{command[12:]}', up=arguments[0] == 'on')
    else:
        raise unsupported(f'controlvm {command}')


def _run_qemu(command, directory):
    """QEMU goes into the background by itself once the machine is set up."""
    with open(directory / 'qemu.log', 'w+', encoding='utf-8', errors='replace') as log:
        done = subprocess.run(
            [os.fsencode(part) for part in command],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False,
        )
        log.seek(0)
        if done.returncode:
            raise Refusal(f'QEMU: {log.read().strip()}', 'NS_ERROR_FAILURE (0x80004005)')
