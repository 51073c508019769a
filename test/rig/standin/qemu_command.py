"""A machine's QEMU command line: VirtualBox's hardware, as far as a Linux guest sees it."""
import json

from .disk_image import block_node
from .result import unsupported

# VirtualBox's PCI slots, which name the interfaces: adapter 4 in slot 10 is enp0s10.
ADAPTER_SLOTS = (3, 8, 9, 10, 16, 17, 18, 19)
AHCI_SLOT = 13
RANDOM_SLOT = 30

ADAPTER_MODELS = {
    'Am79C970A': 'pcnet',
    'Am79C973': 'pcnet',
    '82540EM': 'e1000-82540em',
    '82543GC': 'e1000-82544gc',
    '82545EM': 'e1000-82545em',
    'virtio': 'virtio-net-pci',
}
IDE_CONTROLLERS = ('PIIX3', 'PIIX4', 'ICH6')


def qemu_command(machine, directory, chains, socket, offline):
    """`chains` has each disk's images by its path; `socket` gives an internal network's sockets.

    `offline` leaves NAT its address and its forwarded ports, and no way out.
    """
    if machine.firmware != 'BIOS':
        raise unsupported(f'firmware {machine.firmware}')
    return [
        'qemu-system-x86_64',
        *_board(machine),
        *_control(machine, directory),
        *_storage(machine, chains),
        *_network(machine, socket, offline),
    ]


def _board(machine):
    return [
        *('-name', machine.name.replace(',', ',,')),
        *('-uuid', machine.hardware_uuid),
        *('-machine', 'pc,usb=off'),
        *('-accel', 'tcg,tb-size=256'),
        # Guests boot faster on qemu64 than on max.
        *('-cpu', 'qemu64'),
        *('-smp', str(machine.cpus)),
        *('-m', str(machine.memory_mib)),
        *('-rtc', 'base=utc' if machine.utc else 'base=localtime'),
        '-no-user-config',
        '-nodefaults',
        *('-display', 'none'),
        *('-vga', 'std'),
        # Without these udev names interfaces by hotplug slot: ens3 instead of enp0s3.
        *('-global', 'PIIX4_PM.acpi-root-pci-hotplug=off'),
        *('-global', 'PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off'),
        *('-device', f'virtio-rng-pci,addr={RANDOM_SLOT:x}'),
    ]


def _control(machine, directory):
    serial = machine.serial_file or str(directory / 'serial.log')
    return [
        *('-qmp', f'unix:{_escaped(directory / "qmp")},server=on,wait=off'),
        *('-chardev', f'file,id=serial,path={_escaped(serial)},append=on'),
        *('-serial', 'chardev:serial'),
        *('-pidfile', str(directory / 'pid')),
        '-daemonize',
    ]


def _escaped(path):
    return str(path).replace(',', ',,')


def _storage(machine, chains):
    options = []
    boot_index = 1
    for index, controller in enumerate(machine.controllers):
        if controller.media:
            options += _controller(index, controller)
        for medium in controller.media:
            node = f'disk{index}-{medium.port}-{medium.device}'
            options += ['-blockdev', json.dumps({'node-name': node, **_block(medium, chains)})]
            device = f'{_bus(index, controller, medium)},drive={node}'
            if medium.is_dvd:
                options += ['-device', f'ide-cd,{device}']
            else:
                options += ['-device', f'ide-hd,{device},bootindex={boot_index}']
                boot_index += 1
    return options


def _controller(index, controller):
    if controller.kind == 'IntelAhci':
        return ['-device', f'ahci,id=storage{index},addr={AHCI_SLOT + index:x}']
    if controller.kind in IDE_CONTROLLERS:
        return []  # the board's own
    raise unsupported(f'storage controller {controller.kind}')


def _bus(index, controller, medium):
    if controller.kind in IDE_CONTROLLERS:
        return f'bus=ide.{medium.port},unit={medium.device}'
    return f'bus=storage{index}.{medium.port}'


def _block(medium, chains):
    if medium.is_dvd:
        file = {'driver': 'file', 'filename': medium.path, 'read-only': True}
        return {'driver': 'raw', 'read-only': True, 'file': file}
    return block_node(chains[medium.path])


def _network(machine, socket, offline):
    options = []
    for adapter in machine.adapters:
        backend = _backend(adapter, socket, offline)
        if backend:
            options += ['-netdev', backend]
        options += ['-device', _adapter(adapter, bool(backend))]
    return options


def _adapter(adapter, has_backend):
    if adapter.model not in ADAPTER_MODELS:
        raise unsupported(f'network adapter type {adapter.model}')
    mac = ':'.join(adapter.mac[at : at + 2] for at in range(0, 12, 2))
    slot = ADAPTER_SLOTS[adapter.number - 1]
    device = f'{ADAPTER_MODELS[adapter.model]},id=nic{adapter.number},mac={mac},addr={slot:x},romfile='
    return f'{device},netdev=net{adapter.number}' if has_backend else device


def _backend(adapter, socket, offline):
    if adapter.attachment == 'nat':
        forwards = ''.join(f',hostfwd={forward}' for forward in adapter.forwards)
        # VirtualBox's addresses: the guest is .15, the gateway .2, the resolver .3.
        restrict = ',restrict=on' if offline else ''
        return f'user,id=net{adapter.number},net=10.0.{adapter.number + 1}.0/24{restrict}{forwards}'
    if adapter.attachment == 'intnet':
        return f'vde,id=net{adapter.number},sock={_escaped(socket(adapter.network))}'
    if adapter.attachment == 'null':
        return None
    raise unsupported(f'adapter {adapter.number} attached to {adapter.attachment}')
