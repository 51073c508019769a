"""Disk images: VirtualBox's chains of differencing VMDKs, as QEMU wants them."""
import re
from dataclasses import dataclass

DESCRIPTOR_BYTES = 4096


@dataclass(frozen=True)
class Image:
    path: str
    format: str  # as QEMU names it


FORMATS = {'VMDK': 'vmdk', 'VDI': 'vdi', 'VHD': 'vpc', 'RAW': 'raw'}


def chain(real, path):
    """The image at `path` and those it differs from, the base last."""
    images = []
    medium = path
    while medium != 'base':
        text = real('showmediuminfo', 'disk', medium).out
        images.append(Image(_field(text, 'Location'), FORMATS[_field(text, 'Storage format')]))
        medium = _field(text, 'Parent UUID')
    return images


def _field(text, name):
    match = re.search(rf'^{name}:\s+(.*)$', text, re.MULTILINE)
    if not match:
        raise ValueError(f'VBoxManage showmediuminfo says no "{name}": {text!r}')
    return match[1]


def link_chain(images):
    """VirtualBox leaves parentCID=ffffffff in a differencing VMDK; QEMU wants the parent's CID."""
    for image, parent in zip(images, images[1:]):
        if image.format == 'vmdk':
            _set_parent_cid(image.path, _cid(parent.path, 'CID')[1])


def _cid(path, name):
    # VirtualBox writes it without leading zeros.
    with open(path, 'rb') as file:
        match = re.search(rb'\n%s=([0-9a-f]{1,8})\b' % name.encode(), file.read(DESCRIPTOR_BYTES))
    if not match:
        raise ValueError(f'{path} has no {name}')
    return match.start(1), match[1]


def _set_parent_cid(path, cid):
    offset, current = _cid(path, 'parentCID')
    cid = cid.rjust(len(current), b'0')
    if current != cid:
        with open(path, 'r+b') as file:
            file.seek(offset)
            file.write(cid)


def block_node(images, read_only=False):
    """The chain as QEMU's -blockdev takes it; only its first image is written to."""
    image, *parents = images
    node = {
        'driver': image.format,
        'read-only': read_only,
        'cache': {'no-flush': True},
        'file': {
            'driver': 'file',
            'filename': image.path,
            'read-only': read_only,
            # Clones share their bases.
            'locking': 'off' if read_only else 'auto',
        },
    }
    if parents:
        node['backing'] = block_node(parents, read_only=True)
    elif image.format == 'vmdk':
        node['backing'] = None
    return node
