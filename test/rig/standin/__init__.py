"""A stand-in for VBoxManage: the real one does everything but run the machines; QEMU runs them."""
