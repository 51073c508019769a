import os
from unittest import mock

from ..main import StandIn
from ..result import Refusal
from .fakes import UUID, FakeReal, RigCase


class StandInAnswers(RigCase):
    def setUp(self):
        super().setUp()
        self.real = FakeReal()
        self.stand_in = StandIn(self.rig, self.real)

    def call(self, text):
        return self.stand_in(text.split())

    def test_forwards_what_it_has_no_part_in(self):
        self.call('modifyvm golden --memory 512')
        self.assertEqual(self.real.calls[-1], 'modifyvm golden --memory 512')

    def test_reports_a_version_vagrant_knows(self):
        self.assertRegex(self.call('--version').out, r'^7\.0\.\d+r\d+\n$')
        self.assertEqual(self.real.calls, [])

    def test_reports_the_state_of_a_machine_that_runs(self):
        qmp = self.running()
        for status, state in (('running', 'running'), ('paused', 'paused'), ('shutdown', 'running')):
            qmp.status = status
            self.assertIn(f'VMState="{state}"', self.call('showvminfo golden --machinereadable').out)

    def test_leaves_the_state_of_others_to_virtualbox(self):
        self.assertIn('VMState="poweroff"', self.call('showvminfo golden --machinereadable').out)

    def test_lists_the_machines_that_run(self):
        self.assertEqual(self.call('list runningvms').out, '')
        self.running()
        self.assertEqual(self.call('list runningvms').out, f'"golden" {{{UUID}}}\n')

    def test_refuses_to_change_a_machine_that_runs(self):
        self.running()
        for call in (
            'modifyvm golden --memory 512',
            f'unregistervm {UUID} --delete',
            'storageattach golden --port 1',
            'snapshot golden restore base',
            'startvm golden --type headless',
        ):
            with self.assertRaisesRegex(Refusal, 'already locked'):
                self.call(call)

    def test_lists_the_snapshots_of_a_machine_that_runs(self):
        self.running()
        self.call('snapshot golden list --machinereadable')
        self.assertEqual(self.real.calls[-1], 'snapshot golden list --machinereadable')

    def test_controls_qemu(self):
        qmp = self.running()
        self.call('controlvm golden acpipowerbutton')
        self.call(f'controlvm {UUID} setlinkstate2 off')
        self.assertEqual(
            qmp.commands,
            [('system_powerdown', {}), ('set_link', {'name': 'nic2', 'up': False})],
        )

    def test_powers_off(self):
        self.running()
        self.assertEqual(self.call('controlvm golden poweroff').code, 0)
        with self.assertRaisesRegex(Refusal, 'not currently running'):
            self.call('controlvm golden poweroff')

    def test_takes_no_foreign_process_for_a_machine(self):
        directory = self.rig.machine(UUID)
        directory.mkdir(parents=True)
        (directory / 'pid').write_text(str(os.getpid()), encoding='ascii')
        self.assertEqual(self.call('list runningvms').out, '')

    def test_ends_unused_segments_once_when_a_guest_has_shut_itself_down(self):
        directory = self.rig.machine(UUID)
        directory.mkdir(parents=True)
        (directory / 'pid').write_text('999999999', encoding='ascii')
        with mock.patch('standin.segments.Segments.end_unused') as end_unused:
            self.call(f'showvminfo {UUID}')
            self.call(f'showvminfo {UUID}')
        end_unused.assert_called_once_with(set())

    def test_forgets_a_machine_that_is_unregistered(self):
        self.rig.machine(UUID).mkdir(parents=True)
        self.call('unregistervm golden --delete')
        self.assertFalse(self.rig.machine(UUID).exists())
