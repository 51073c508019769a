import json
import unittest
from dataclasses import replace
from pathlib import Path

from ..disk_image import Image
from ..machine import parse_machine
from ..qemu_command import qemu_command
from ..result import Refusal
from .fakes import SHOWVMINFO

MACHINE = parse_machine(SHOWVMINFO)
CHAINS = {'/vms/{82812a28}.vmdk': [Image('/vms/{82812a28}.vmdk', 'vmdk'), Image('/vms/base.vmdk', 'vmdk')]}


def command(machine=MACHINE, offline=False):
    return qemu_command(machine, Path('/run/x'), CHAINS, lambda name: f'/nets/{name}', offline)


def options(name, arguments):
    return [value for key, value in zip(arguments, arguments[1:]) if key == name]


class QemuCommand(unittest.TestCase):
    def test_puts_adapters_into_the_slots_that_name_them(self):
        nics = [device for device in options('-device', command()) if 'mac=' in device]
        self.assertEqual(
            [device.split(',')[1:4] for device in nics],
            [
                ['id=nic1', 'mac=08:00:27:E7:EC:C7', 'addr=3'],
                ['id=nic3', 'mac=08:00:27:3B:D6:93', 'addr=9'],
                ['id=nic4', 'mac=08:00:27:85:59:25', 'addr=a'],
            ],
        )

    def test_gives_each_kind_of_attachment_its_backend(self):
        self.assertEqual(
            options('-netdev', command()),
            [
                'vde,id=net1,sock=/nets/lab "x",, 1',
                'user,id=net4,net=10.0.5.0/24'
                ',hostfwd=tcp:127.0.0.1:2222-:22,hostfwd=tcp::8080-10.0.5.15:80',
            ],
        )

    def test_leaves_a_guest_that_is_offline_its_forwarded_ports_alone(self):
        self.assertEqual(
            options('-netdev', command(offline=True))[1],
            'user,id=net4,net=10.0.5.0/24,restrict=on'
            ',hostfwd=tcp:127.0.0.1:2222-:22,hostfwd=tcp::8080-10.0.5.15:80',
        )

    def test_writes_to_the_first_image_of_a_chain_only(self):
        disk, dvd = [json.loads(text) for text in options('-blockdev', command())]
        self.assertEqual((disk['read-only'], disk['backing']['read-only']), (False, True))
        self.assertIsNone(disk['backing']['backing'])
        self.assertEqual((dvd['driver'], dvd['read-only']), ('raw', True))

    def test_boots_from_the_disk(self):
        drives = [device for device in options('-device', command()) if 'drive=' in device]
        self.assertEqual(
            drives,
            ['ide-hd,bus=storage0.0,drive=disk0-0-0,bootindex=1', 'ide-cd,bus=storage0.1,drive=disk0-1-0'],
        )

    def test_refuses_what_it_cannot_be(self):
        bridged = replace(MACHINE.adapters[0], attachment='bridged')
        for machine in (replace(MACHINE, firmware='EFI'), replace(MACHINE, adapters=(bridged,))):
            with self.assertRaisesRegex(Refusal, 'the test rig does not do this'):
                command(machine)
