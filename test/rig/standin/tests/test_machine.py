import unittest

from ..machine import parse_machine
from .fakes import SHOWVMINFO, UUID


class ParseMachine(unittest.TestCase):
    def setUp(self):
        self.machine = parse_machine(SHOWVMINFO)

    def test_reads_the_hardware(self):
        machine = self.machine
        self.assertEqual(
            (machine.uuid, machine.name, machine.cpus, machine.memory_mib, machine.utc),
            (UUID, 'a "quoted" name', 2, 1024, True),
        )
        self.assertEqual(machine.serial_file, '/tmp/serial.log')

    def test_reads_the_adapters_that_are_there(self):
        self.assertEqual([a.number for a in self.machine.adapters], [1, 3, 4])

    def test_keeps_quotes_and_commas_of_a_network_name(self):
        self.assertEqual(self.machine.adapters[0].network, 'lab "x", 1')

    def test_gives_each_forward_to_its_adapter(self):
        self.assertEqual(
            [str(forward) for forward in self.machine.adapters[2].forwards],
            ['tcp:127.0.0.1:2222-:22', 'tcp::8080-10.0.5.15:80'],
        )

    def test_tells_an_unplugged_cable(self):
        self.assertEqual([a.connected for a in self.machine.adapters], [True, False, True])

    def test_tells_disks_from_dvds_and_empty_drives(self):
        self.assertEqual(self.machine.disks, {(0, 0, 0): '/vms/{82812a28}.vmdk'})
        self.assertEqual([m.is_dvd for m in self.machine.controllers[0].media], [False, True])
