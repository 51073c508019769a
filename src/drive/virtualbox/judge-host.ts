import type { HostFinding } from '../host-finding.js';
import type { VirtualBoxHost } from './host-facts.js';
import { kvmHoldsProcessor } from './judge-kvm.js';
import { redirected } from './judge-environment.js';
import type { LabNeeds } from './lab-needs.js';
import { isBefore, seriesOf } from './version.js';

type Check = (host: VirtualBoxHost, needs: LabNeeds) => HostFinding | null;

/** Everything about a host that keeps a lab of VirtualBox machines from running, or may. Pure. */
export function judgeHost(host: VirtualBoxHost, needs: LabNeeds): HostFinding[] {
  return [
    ...missingPrograms(host),
    ...checks.flatMap((check) => check(host, needs) ?? []),
    ...redirected(host.environment),
  ];
}

/** Programs that are not there at all: nothing else can be said then. */
export function missingPrograms(
  host: Pick<VirtualBoxHost, 'vagrant' | 'virtualbox'>,
): HostFinding[] {
  return [noVagrant(host), noVirtualBox(host)].flatMap((finding) => finding ?? []);
}

const checks: readonly Check[] = [
  incomplete,
  unknownToVagrant,
  appleSilicon,
  insideWsl,
  kvmHoldsProcessor,
  hyperV,
  noHardwareVirtualization,
  littleMemory,
  littleDisk,
];

function noVagrant({ vagrant }: Pick<VirtualBoxHost, 'vagrant'>): HostFinding | null {
  if (vagrant !== null) return null;
  return {
    id: 'vagrant-missing',
    severity: 'blocks',
    where: 'vagrant',
    message: 'Vagrant is not installed: it makes and boots the machines',
    next: 'Install it: https://developer.hashicorp.com/vagrant/install (Debian and Ubuntu: apt-get install vagrant).',
  };
}

function noVirtualBox({ virtualbox }: Pick<VirtualBoxHost, 'virtualbox'>): HostFinding | null {
  if (virtualbox !== null) return null;
  return {
    id: 'virtualbox-missing',
    severity: 'blocks',
    where: 'VBoxManage',
    message: 'VirtualBox is not installed, or VBoxManage is not in PATH',
    next: 'Install it: https://www.virtualbox.org/wiki/Downloads, and put VBoxManage in PATH.',
  };
}

/** Vagrant takes any word before the version for a broken installation. */
function incomplete({ virtualbox, complaint }: VirtualBoxHost): HostFinding | null {
  if (virtualbox === null || complaint === null) return null;
  const module = complaint.includes('vboxdrv');
  return {
    id: module ? 'virtualbox-module' : 'virtualbox-incomplete',
    severity: 'blocks',
    where: 'VBoxManage',
    message: `VirtualBox finds itself incomplete, so no machine starts: ${complaint}`,
    next: module
      ? 'Load its module: sudo modprobe vboxdrv. Where there is none: install the kernel headers and run sudo /sbin/vboxconfig; with Secure Boot it must be signed.'
      : 'Reinstall VirtualBox until `VBoxManage --version` prints its version alone.',
  };
}

/** The first Vagrant that knows a series of VirtualBox, from Vagrant's changelog. */
const firstVagrant: Readonly<Record<string, string>> = {
  '6.1': '2.2.7',
  '7.0': '2.3.2',
  '7.1': '2.4.2',
  '7.2': '2.4.9',
};

function unknownToVagrant({ vagrant, virtualbox }: VirtualBoxHost): HostFinding | null {
  if (vagrant === null || virtualbox === null) return null;
  const series = seriesOf(virtualbox);
  const first = firstVagrant[series];
  if (first !== undefined && !isBefore(vagrant, first)) return null;
  if (first === undefined && isBefore(virtualbox, '6.1.0')) return tooOld(virtualbox);
  return {
    id: 'vagrant-knows-virtualbox',
    severity: first === undefined ? 'warns' : 'blocks',
    where: 'vagrant',
    message:
      first === undefined
        ? `VirtualBox ${virtualbox} is newer than what subflow knows of; Vagrant ${vagrant} may refuse it`
        : `Vagrant ${vagrant} does not know VirtualBox ${series} and refuses it`,
    next:
      first === undefined
        ? `Where \`vagrant up\` says that it is not supported, take a newer Vagrant or VirtualBox 7.2.`
        : `Install Vagrant ${first} or later, or an older VirtualBox.`,
  };
}

function tooOld(virtualbox: string): HostFinding {
  return {
    id: 'virtualbox-old',
    severity: 'warns',
    where: 'VBoxManage',
    message: `VirtualBox ${virtualbox} is older than 6.1, the oldest that labs were made for`,
    next: 'Install VirtualBox 7.0 or later.',
  };
}

function appleSilicon({ platform, arch, virtualbox, environment }: VirtualBoxHost) {
  if (platform !== 'darwin' || arch !== 'arm64') return null;
  const old = virtualbox !== null && isBefore(virtualbox, '7.1.0');
  const ownBox = 'SUBFLOW_BOX' in environment;
  if (!old && ownBox) return null;
  return {
    id: 'apple-silicon',
    severity: 'blocks',
    where: 'processor',
    message: old
      ? `VirtualBox ${virtualbox} runs no machine on Apple silicon; 7.1 and later do`
      : 'Apple silicon runs arm64 machines only, and the image is made of an amd64 box',
    next: old
      ? 'Install VirtualBox 7.1 or later.'
      : 'Name an arm64 box of the same system by the environment variable SUBFLOW_BOX, or run the lab in namespaces of a Linux machine.',
  } satisfies HostFinding;
}

function insideWsl({ platform, kernel }: VirtualBoxHost): HostFinding | null {
  if (platform !== 'linux' || !/microsoft/i.test(kernel)) return null;
  return {
    id: 'wsl',
    severity: 'warns',
    where: 'kernel',
    message: 'this is Linux in WSL: VirtualBox runs on Windows only, not in here',
    next: 'Run Vagrant on Windows itself; or stay here and take namespaces: --provider netns.',
  };
}

/** VirtualBox can share the processor with it since 6.0, slowly; see its manual, "Hyper-V". */
function hyperV({ hypervisorPresent }: VirtualBoxHost): HostFinding | null {
  if (!hypervisorPresent) return null;
  return {
    id: 'hyper-v',
    severity: 'warns',
    where: 'Windows',
    message:
      'Hyper-V holds VT-x or AMD-V (WSL2, Windows Sandbox and core isolation use it too): machines are slow or fail to boot',
    next: 'As administrator: bcdedit /set hypervisorlaunchtype off, and reboot (auto turns it on again).',
  };
}

function noHardwareVirtualization(host: VirtualBoxHost): HostFinding | null {
  if (host.hardwareVirtualization !== false) return null;
  return {
    id: 'hardware-virtualization',
    severity: 'warns',
    where: 'processor',
    message: 'VirtualBox sees neither VT-x nor AMD-V, without which it starts no machine',
    next: "Turn it on in the firmware's set-up; in a virtual machine, allow nested virtualization.",
  };
}

function littleMemory(host: VirtualBoxHost, { memoryMib }: LabNeeds): HostFinding | null {
  if (host.memoryAvailableMib >= memoryMib) return null;
  return {
    id: 'memory',
    severity: 'warns',
    where: 'memory',
    message: `the lab's machines take ${memoryMib} MiB, and ${host.memoryAvailableMib} MiB are available`,
    next: 'End what you do not need, or take a smaller lab.',
  };
}

function littleDisk({ machineFolder }: VirtualBoxHost, { diskMib }: LabNeeds): HostFinding | null {
  if (machineFolder === null || machineFolder.freeMib >= diskMib) return null;
  return {
    id: 'disk',
    severity: 'warns',
    where: machineFolder.path,
    message: `image and machines take about ${diskMib} MiB, and ${machineFolder.freeMib} MiB are free`,
    next: 'Make room, or let VirtualBox put machines elsewhere: VBoxManage setproperty machinefolder DIR.',
  };
}
