import tempfile
import unittest
from pathlib import Path

from ..disk_image import Image, chain, link_chain
from ..result import Result
from .fakes import FakeReal


def medium(parent, path):
    return Result(out=f'Parent UUID:    {parent}\nLocation:       {path}\nStorage format: VMDK\n')


class DiskImage(unittest.TestCase):
    def test_follows_the_parents_to_the_base(self):
        real = FakeReal(
            **{
                'showmediuminfo disk /a b.vmdk': medium('uuid-2', '/a b.vmdk'),
                'showmediuminfo disk uuid-2': medium('base', '/base.vmdk'),
            }
        )
        images = chain(real, '/a b.vmdk')
        self.assertEqual(images, [Image('/a b.vmdk', 'vmdk'), Image('/base.vmdk', 'vmdk')])

    def test_tells_a_differencing_image_its_parents_cid_and_nothing_else(self):
        with tempfile.TemporaryDirectory() as directory:
            head = b'KDMV\0# Disk DescriptorFile\nCID=%s\nparentCID=%s\n' + b'\1' * 5000
            parent, child = Path(directory, 'parent'), Path(directory, 'child')
            parent.write_bytes(head % (b'0123abcd', b'ffffffff'))
            child.write_bytes(head % (b'11111111', b'ffffffff'))
            link_chain([Image(str(child), 'vmdk'), Image(str(parent), 'vmdk')])
            self.assertEqual(child.read_bytes(), head % (b'11111111', b'0123abcd'))
            self.assertEqual(parent.read_bytes(), head % (b'0123abcd', b'ffffffff'))

    def test_pads_a_cid_that_virtualbox_wrote_without_its_leading_zero(self):
        with tempfile.TemporaryDirectory() as directory:
            head = b'KDMV\0# Disk DescriptorFile\nCID=%s\nparentCID=%s\n' + b'\1' * 5000
            parent, child = Path(directory, 'parent'), Path(directory, 'child')
            parent.write_bytes(head % (b'64c1e7c', b'ffffffff'))
            child.write_bytes(head % (b'11111111', b'ffffffff'))
            link_chain([Image(str(child), 'vmdk'), Image(str(parent), 'vmdk')])
            self.assertEqual(child.read_bytes(), head % (b'11111111', b'064c1e7c'))
