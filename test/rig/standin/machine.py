"""A virtual machine as `VBoxManage showvminfo --machinereadable` describes it."""
import re
from dataclasses import dataclass, field

ADAPTERS = range(1, 9)


@dataclass(frozen=True)
class Forward:
    """A NAT port forward; an empty address means any."""

    protocol: str
    host_address: str
    host_port: str
    guest_address: str
    guest_port: str

    @staticmethod
    def parse(text):
        """From VirtualBox's `name,protocol,host address,host port,guest address,guest port`."""
        _, *rest = text.split(',')
        return Forward(*rest)

    def __str__(self):
        host = f'{self.host_address}:{self.host_port}'
        return f'{self.protocol}:{host}-{self.guest_address}:{self.guest_port}'


@dataclass(frozen=True)
class Adapter:
    number: int
    attachment: str  # nat, intnet, null, ...
    network: str  # the internal network's name
    mac: str  # 12 hex digits
    model: str  # VirtualBox's name: 82540EM, virtio, ...
    connected: bool
    forwards: tuple = ()


@dataclass(frozen=True)
class Medium:
    port: int
    device: int
    path: str

    @property
    def is_dvd(self):
        return self.path.lower().endswith('.iso')


@dataclass(frozen=True)
class Controller:
    kind: str  # IntelAhci, PIIX4, ...
    media: tuple = ()


@dataclass(frozen=True)
class Machine:
    uuid: str
    name: str
    hardware_uuid: str
    cpus: int
    memory_mib: int
    firmware: str
    utc: bool
    serial_file: str  # empty where there is none
    adapters: tuple = field(default=())
    controllers: tuple = field(default=())

    @property
    def disks(self):
        """The path of every disk image, by (controller, port, device)."""
        return {
            (index, medium.port, medium.device): medium.path
            for index, controller in enumerate(self.controllers)
            for medium in controller.media
            if not medium.is_dvd
        }


def parse_machine(text):
    values, forwards = _read(text)
    return Machine(
        uuid=values['UUID'],
        name=values['name'],
        hardware_uuid=values.get('hardwareuuid', values['UUID']),
        cpus=int(values.get('cpus', '1')),
        memory_mib=int(values['memory']),
        firmware=values.get('firmware', 'BIOS'),
        utc=values.get('rtcuseutc') == 'on',
        serial_file=_serial_file(values.get('uartmode1', '')),
        adapters=tuple(_adapters(values, forwards)),
        controllers=tuple(_controllers(values)),
    )


def _read(text):
    """Key and value of each line; the forwards by adapter, since their keys restart at each."""
    values = {}
    forwards = {number: [] for number in ADAPTERS}
    adapter = 0
    for line in text.splitlines():
        # Quotes within a value are not escaped: the outermost ones count.
        match = re.fullmatch(r'(?:"(.+?)"|([^"=]+?))=(?:"(.*)"|(.*))', line)
        if not match:
            continue
        key = match[1] or match[2]
        value = match[3] if match[3] is not None else match[4]
        if re.fullmatch(r'nic\d', key):
            adapter = int(key[3:])
        if key.startswith('Forwarding('):
            forwards[adapter].append(Forward.parse(value))
        else:
            values.setdefault(key, value)
    return values, forwards


def _adapters(values, forwards):
    for number in ADAPTERS:
        attachment = values.get(f'nic{number}', 'none')
        if attachment == 'none':
            continue
        yield Adapter(
            number=number,
            attachment=attachment,
            network=values.get(f'intnet{number}', ''),
            mac=values[f'macaddress{number}'],
            model=values.get(f'nictype{number}', '82540EM'),
            connected=values.get(f'cableconnected{number}') != 'off',
            forwards=tuple(forwards[number]),
        )


def _controllers(values):
    index = 0
    while f'storagecontrollername{index}' in values:
        name = values[f'storagecontrollername{index}']
        yield Controller(values[f'storagecontrollertype{index}'], tuple(_media(values, name)))
        index += 1


def _media(values, controller):
    for key, path in values.items():
        match = re.fullmatch(re.escape(controller) + r'-(\d+)-(\d+)', key)
        if match and path not in ('none', 'emptydrive'):
            yield Medium(int(match[1]), int(match[2]), path)


def _serial_file(mode):
    kind, _, path = mode.partition(',')
    return path if kind == 'file' and path != '/dev/null' else ''
