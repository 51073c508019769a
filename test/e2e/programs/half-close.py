#!/usr/bin/python3
"""An iperf whose client sends a few bytes and closes its half of the connection at once, as `ncat --send-only`
and `nc -N` do with a short file. Servers are the real one's. So that a fast machine shows the same, the
server's acknowledgements, on which the client would open its subflows, get in once the half is closed."""

import os
import socket
import subprocess
import sys

if sys.argv[1] != "-c":
    os.execv("/usr/bin/iperf", sys.argv)

address, port = sys.argv[2], int(sys.argv[sys.argv.index("-p") + 1])


def nft(*rules):
    subprocess.run(["nft", "; ".join(rules)], check=True)


nft(
    "add table inet hold",
    "add chain inet hold input { type filter hook input priority 0; }",
    f"add rule inet hold input tcp sport {port} tcp flags & syn == 0 drop",
)
connection = socket.create_connection((address, port))
connection.sendall(bytes(1000))
connection.shutdown(socket.SHUT_WR)
nft("delete table inet hold")
connection.recv(1)
