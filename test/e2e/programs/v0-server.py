"""A server that speaks MPTCP v0 (RFC 6824), as out-of-tree kernels did: v0-server.py PORT.

It answers every SYN with MP_CAPABLE of version 0 and takes what comes as plain TCP, to standard
output. The kernel must not see the port's packets: drop them on input. The listening socket is there
to be seen by ss(8) only.
"""
import socket
import struct
import sys

FIN, SYN, ACK = 0x01, 0x02, 0x10
OUTGOING = 4
MSS = struct.pack("!BBH", 2, 4, 1400)
MP_CAPABLE_V0 = bytes([30, 12, 0x00, 0x01]) + bytes(range(1, 9))

port = int(sys.argv[1])
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("", port))
listener.listen()
packets = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x0800))
packets.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_TCP)


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return total ^ 0xFFFF


def answer(source, destination, peer_port, sequence, acknowledgement, flags, options=b""):
    offset = (20 + len(options)) // 4 << 4
    numbers = (port, peer_port, sequence, acknowledgement, offset, flags, 65535)
    segment = struct.pack("!HHIIBBHHH", *numbers, 0, 0) + options
    pseudo = source + destination + struct.pack("!HH", socket.IPPROTO_TCP, len(segment))
    segment = segment[:16] + struct.pack("!H", checksum(pseudo + segment)) + segment[18:]
    raw.sendto(segment, (socket.inet_ntoa(destination), 0))


expected = {}
while True:
    packet, (_, _, kind, *_) = packets.recvfrom(1 << 17)
    if kind == OUTGOING or packet[9] != socket.IPPROTO_TCP:
        continue
    client, server = packet[12:16], packet[16:20]
    tcp = packet[(packet[0] & 15) * 4 : struct.unpack("!H", packet[2:4])[0]]
    peer_port, own_port, sequence, _, offset, flags = struct.unpack("!HHIIBB", tcp[:14])
    if own_port != port:
        continue
    if flags & SYN:
        expected[peer_port] = (sequence + 1) % 2**32
        options = MSS + MP_CAPABLE_V0
        answer(server, client, peer_port, 0, expected[peer_port], SYN | ACK, options)
        continue
    data = tcp[(offset >> 4) * 4 :]
    if peer_port not in expected or not (data or flags & FIN):
        continue
    reply = ACK
    if sequence == expected[peer_port]:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        ended = flags & FIN
        expected[peer_port] = (sequence + len(data) + ended) % 2**32
        reply |= ended
    answer(server, client, peer_port, 1, expected[peer_port], reply)
