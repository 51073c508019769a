import shutil
import unittest

from ..segments import Segments
from .fakes import RigCase


@unittest.skipUnless(shutil.which('vde_switch'), 'needs vde_switch')
class SegmentsOfMachines(RigCase):
    def setUp(self):
        super().setUp()
        self.segments = Segments(self.rig)
        self.addCleanup(self.segments.end_unused, set())

    def test_start_once_and_end_with_their_last_machine(self):
        name = 'a, "hostile"/../name ' + 'x' * 200
        with self.segments.lock():
            self.segments.start(name)
            self.segments.start('other')
            pids = self.pids()
            self.segments.start(name)
            self.assertEqual(self.pids(), pids)
            self.assertTrue((self.segments.socket(name) / 'ctl').is_socket())
            self.segments.end_unused({name})
            self.assertEqual(len(self.pids()), 1)
            self.segments.end_unused(set())
            self.assertEqual(self.pids(), [])

    def pids(self):
        return sorted(path.read_text() for path in self.rig.run.glob('segments/*/pid'))
