import subprocess
from pathlib import Path

from ..sessions import Sessions
from .fakes import UUID, RigCase

PROGRAM = Path(__file__).resolve().parents[2] / 'bin' / 'VBoxManage'


class PreparedAnswer(RigCase):
    """bin/VBoxManage itself; without a chroot whatever it does not answer fails."""

    def ask(self, uuid=UUID):
        command = [PROGRAM, 'showvminfo', uuid, '--machinereadable']
        environment = {'SUBFLOW_RIG': str(self.rig.root), 'PATH': '/usr/bin:/bin'}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.stdout

    def test_is_given_while_the_machine_runs(self):
        qmp = self.running()
        Sessions(self.rig).record_answer(UUID, 'VMState="running"\n')
        self.assertEqual(self.ask(), 'VMState="running"\n')
        qmp.kill()
        self.assertEqual(self.ask(), '')

    def test_is_not_given_once_dropped(self):
        self.running()
        Sessions(self.rig).record_answer(UUID, 'VMState="running"\n')
        Sessions(self.rig).drop_answer(UUID)
        self.assertEqual(self.ask(), '')
