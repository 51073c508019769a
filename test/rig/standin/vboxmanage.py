#!/usr/bin/python3 -IS
"""Run as a program: `vboxmanage.py ARGUMENT...` is the stand-in's VBoxManage."""
import os
import sys
from pathlib import Path

# Compiled modules belong to the rig's directory, not to the repository.
sys.pycache_prefix = os.path.join(os.environ.get('SUBFLOW_RIG', ''), 'pycache')
sys.dont_write_bytecode = 'SUBFLOW_RIG' not in os.environ
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from standin.main import main  # noqa: E402

if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
