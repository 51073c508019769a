import os
import select
import shutil
import subprocess
import time
import unittest

from ..segments import Segments
from .fakes import RigCase

BROADCAST = b'\xff' * 6
TIMEOUT_S = 20


class Member:
    """One end of a segment; vde_plug puts two bytes of length before each frame."""

    def __init__(self, case, sockets, number):
        self.mac = bytes([8, 0, 39, 0, 0, number])
        self._buffer = b''
        self._plug = subprocess.Popen(
            ['vde_plug', str(sockets)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        for cleanup in (
            self._plug.stdout.close, self._plug.stdin.close, self._plug.wait, self._plug.kill,
        ):
            case.addCleanup(cleanup)

    def send(self, destination, payload):
        frame = destination + self.mac + b'\x88\xb5' + payload.encode().ljust(46, b'\0')
        self._plug.stdin.write(len(frame).to_bytes(2, 'big') + frame)

    def received(self):
        """The payloads that have come so far, each once."""
        while select.select([self._plug.stdout], [], [], 0)[0]:
            self._buffer += os.read(self._plug.stdout.fileno(), 65536)
        payloads, data = set(), self._buffer
        while data:
            size = int.from_bytes(data[:2], 'big')
            payloads.add(data[16 : 2 + size].rstrip(b'\0').decode())
            data = data[2 + size :]
        return payloads


@unittest.skipUnless(shutil.which('vde_plug'), 'needs vde_plug')
class SegmentFrames(RigCase):
    def setUp(self):
        super().setUp()
        segments = Segments(self.rig)
        self.addCleanup(segments.end_unused, set())
        with segments.lock():
            segments.start('lab')
            segments.start('other')
        self.first, self.second, self.third, self.stranger = (
            Member(self, segments.socket(name), number)
            for number, name in enumerate(('lab', 'lab', 'lab', 'other'))
        )

    def send_until_received(self, sender, destination, payload, receivers):
        """Again and again: a member that is still joining hears nothing."""
        deadline = time.monotonic() + TIMEOUT_S
        while not all(payload in receiver.received() for receiver in receivers):
            self.assertLess(time.monotonic(), deadline, f'{payload} does not arrive')
            sender.send(destination, payload)
            time.sleep(0.05)

    def test_reach_all_other_members_or_the_one_addressed_and_no_other_segment(self):
        first, second, third, stranger = self.first, self.second, self.third, self.stranger
        self.send_until_received(first, BROADCAST, 'to all', [second, third])
        self.send_until_received(second, first.mac, 'to the first', [first])
        self.assertEqual(
            [member.received() for member in (first, second, third, stranger)],
            [{'to the first'}, {'to all'}, {'to all'}, set()],
        )
