import { describe, expect, it, test } from 'vitest';
import { readFileSync } from 'node:fs';
import type { VirtualBoxHost } from '../../../../src/drive/virtualbox/host-facts.js';
import { judgeHost } from '../../../../src/drive/virtualbox/judge-host.js';
import { needsOf, nodeMemoryMib } from '../../../../src/drive/virtualbox/lab-needs.js';
import { mptcpLab } from '../../../../src/presets/mptcp-lab.js';
import { virtualboxPlan } from '../../../helpers/virtualbox-files.js';

/** A Linux host on which everything is as it should be. */
const good: VirtualBoxHost = {
  platform: 'linux',
  arch: 'x64',
  kernel: '6.1.0-28-amd64',
  vagrant: '2.3.4',
  virtualbox: '7.0.26r168464',
  complaint: null,
  kvm: null,
  hypervisorPresent: false,
  hardwareVirtualization: true,
  hostOnlyRanges: null,
  memoryAvailableMib: 8000,
  machineFolder: { path: '/home/ada/VirtualBox VMs', freeMib: 50_000 },
  environment: {},
};
const manual = readFileSync(new URL('../../../../docs/doctor.md', import.meta.url), 'utf8');
const needs = { memoryMib: 1536, diskMib: 5632 };
const judge = (host: Partial<VirtualBoxHost>) => judgeHost({ ...good, ...host }, needs);

const cases: readonly [what: string, host: Partial<VirtualBoxHost>, verdict: string][] = [
  ['no Vagrant', { vagrant: null }, 'blocks vagrant-missing'],
  ['no VirtualBox', { virtualbox: null }, 'blocks virtualbox-missing'],
  [
    'no kernel module',
    { complaint: 'WARNING: The vboxdrv kernel module is not loaded.' },
    'blocks virtualbox-module',
  ],
  ['a broken package', { complaint: 'WARNING: half installed' }, 'blocks virtualbox-incomplete'],
  ['VirtualBox 7.1 for Vagrant 2.3.4', { virtualbox: '7.1.4' }, 'blocks vagrant-knows-virtualbox'],
  [
    'VirtualBox 7.2 for Vagrant 2.4.8',
    { vagrant: '2.4.8', virtualbox: '7.2.0' },
    'blocks vagrant-knows-virtualbox',
  ],
  [
    'a VirtualBox from the future',
    { vagrant: '2.4.9', virtualbox: '7.3.0' },
    'warns vagrant-knows-virtualbox',
  ],
  ['VirtualBox 6.0', { virtualbox: '6.0.24' }, 'warns virtualbox-old'],
  [
    'KVM that takes VT-x at load',
    { kvm: { module: 'kvm_intel', takesItAtLoad: true } },
    'blocks virtualbox-kvm',
  ],
  [
    'KVM that leaves off what VirtualBox 7.2.10 wants on',
    {
      vagrant: '2.4.9',
      virtualbox: '7.2.10r173512',
      kvm: { module: 'kvm_amd', takesItAtLoad: false },
    },
    'blocks virtualbox-kvm',
  ],
  ['Apple silicon', { platform: 'darwin', arch: 'arm64' }, 'blocks apple-silicon'],
  [
    'Apple silicon and an arm64 box on VirtualBox 7.0',
    { platform: 'darwin', arch: 'arm64', environment: { SUBFLOW_BOX: 'mine' } },
    'blocks apple-silicon, warns other-box',
  ],
  ['WSL2', { kernel: '5.15.167.4-microsoft-standard-WSL2' }, 'warns wsl'],
  ['Hyper-V', { platform: 'win32', hypervisorPresent: true }, 'warns hyper-v'],
  ['no VT-x', { hardwareVirtualization: false }, 'warns hardware-virtualization'],
  ['little memory', { memoryAvailableMib: 1535 }, 'warns memory'],
  ['a full disk', { machineFolder: { path: '/', freeMib: 5631 } }, 'warns disk'],
  [
    'a redirected Vagrant',
    { environment: { VAGRANT_CWD: '/x', VAGRANT_DOTFILE_PATH: '/y', VAGRANT_VAGRANTFILE: 'V' } },
    'warns vagrant-redirected, warns vagrant-redirected, warns vagrant-redirected',
  ],
  [
    'another provider',
    { environment: { VAGRANT_DEFAULT_PROVIDER: 'libvirt' } },
    'warns vagrant-redirected',
  ],
  [
    'experimental features',
    { environment: { VAGRANT_EXPERIMENTAL: 'disks,cloud_init' } },
    'warns vagrant-experimental',
  ],
];

const harmless: readonly [what: string, host: Partial<VirtualBoxHost>][] = [
  ['a host as it should be', {}],
  ['KVM before Linux 6.12', { kvm: { module: 'kvm_intel', takesItAtLoad: null } }],
  ['KVM that was told to wait', { kvm: { module: 'kvm_intel', takesItAtLoad: false } }],
  [
    'VirtualBox 7.2.10, which asks KVM',
    {
      vagrant: '2.4.9',
      virtualbox: '7.2.10',
      kvm: { module: 'kvm_intel', takesItAtLoad: true },
    },
  ],
  ['VirtualBox that does not say what the processor has', { hardwareVirtualization: null }],
  ['exactly the memory and disk of the lab', { memoryAvailableMib: 1536 }],
  ['a Mac with an Intel processor', { platform: 'darwin' }],
  ['Linux on arm64 with VirtualBox 7.1', { arch: 'arm64', vagrant: '2.4.2', virtualbox: '7.1.0' }],
  [
    'variables that change nothing',
    {
      environment: {
        VAGRANT_HOME: '/big/disk',
        VAGRANT_DEFAULT_PROVIDER: 'virtualbox',
        VAGRANT_EXPERIMENTAL: '0',
        VAGRANT_CWD: '',
      },
    },
  ],
];

describe('a host of VirtualBox machines', () => {
  it.each(cases)('with %s is told so', (_, host, verdict) => {
    const found = judge(host).map(({ severity, id }) => `${severity} ${id}`);
    expect(found.join(', ')).toBe(verdict);
  });

  it.each(harmless)('with %s is not bothered', (_, host) => {
    expect(judge(host)).toEqual([]);
  });

  it.each(cases)('with %s finds it in docs/doctor.md', (_, host) => {
    for (const { id } of judge(host)) expect(manual).toContain(`| \`${id}\``);
  });

  it('is told of everything at once', () => {
    const found = judge({ vagrant: null, virtualbox: null, memoryAvailableMib: 1 });
    expect(found.map(({ id }) => id)).toEqual(['vagrant-missing', 'virtualbox-missing', 'memory']);
  });

  it('is told what was found and what to do', () => {
    expect(judge({ virtualbox: '7.1.4' })).toEqual([
      {
        id: 'vagrant-knows-virtualbox',
        severity: 'blocks',
        where: 'vagrant',
        message: 'Vagrant 2.3.4 does not know VirtualBox 7.1 and refuses it',
        next: 'Install Vagrant 2.4.2 or later, or an older VirtualBox.',
      },
    ]);
  });
});

test('a lab needs its machines’ memory, one image and a disk for each clone', () => {
  expect(needsOf(virtualboxPlan(mptcpLab()))).toEqual({ memoryMib: 3 * 512, diskMib: 4096 + 1536 });
});

test("a clone of the user's own VM is not counted", () => {
  const lab = mptcpLab();
  lab.nodes['router']!.existingVm = 'edge';
  expect(needsOf(virtualboxPlan(lab))).toEqual({ memoryMib: 2 * 512, diskMib: 4096 + 1024 });
});

test('the Vagrantfile gives nodes the memory that is counted', () => {
  const template = new URL('../../../../vagrant-templates/virtualbox/lab.rb.ejs', import.meta.url);
  expect(readFileSync(template, 'utf8')).toContain(`vb.memory = ${nodeMemoryMib}\n`);
});
