"""One end of an MPTCP connection: peer.py serve | send | fetch | reset ADDRESS BYTES.

serve answers any number of connections: it reads the count of bytes the other end wants in a line, sends
them, and takes in what comes until the end, telling when data flows.
"""

import socket
import struct
import sys
import threading

MPTCP = 262
PORT = 5001
FLOWING = 200_000


def family(address):
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def take(connection, count):
    while count and (part := connection.recv(min(count, 1 << 16))):
        count -= len(part)


def drain(connection):
    taken = 0
    while part := connection.recv(1 << 16):
        if taken < FLOWING <= taken + len(part):
            print("flowing", flush=True)
        taken += len(part)


def answer(connection):
    try:
        wanted = b""
        while not wanted.endswith(b"\n"):
            wanted += connection.recv(1)
        connection.sendall(b"d" * int(wanted))
        drain(connection)
        connection.close()
    except OSError as error:
        print(error, file=sys.stderr)


def serve(protocol):
    listener = socket.socket(socket.AF_INET6, socket.SOCK_STREAM, protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("::", PORT))
    listener.listen()
    print("listening", flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=answer, args=(connection,), daemon=True).start()


def connect(address):
    connection = socket.socket(family(address), socket.SOCK_STREAM, MPTCP)
    connection.connect((address, PORT))
    return connection


def main(mode, address="", count="0"):
    if mode == "serve":
        serve(MPTCP)
    if mode == "serve-tcp":
        serve(0)
    connection = connect(address)
    connection.sendall(b"%s\n" % (count.encode() if mode == "fetch" else b"0"))
    if mode in ("send", "reset"):
        connection.sendall(b"u" * int(count))
    if mode == "fetch":
        # The kernel opens no subflow once this half is closed.
        take(connection, int(count))
    if mode == "reset":
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    else:
        connection.shutdown(socket.SHUT_WR)
        drain(connection)
    connection.close()


main(*sys.argv[1:])
