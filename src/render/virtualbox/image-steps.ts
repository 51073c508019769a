import type { PlannedImage } from '../../model/planned-image.js';
import { fillTemplate, type TemplatePath } from '../template.js';
import { packageFiles } from './image-files.js';

/** One of Vagrant's shell provisioners, run as root in their order. */
export interface BuildStep {
  readonly name: string;
  /** Beside the image's Vagrantfile. */
  readonly file: string;
  readonly content: string;
  /** Whether the machine boots anew afterwards. */
  readonly reboot: boolean;
}

/** How a stock box becomes the golden image, step by step. */
export function buildSteps(image: PlannedImage): BuildStep[] {
  return [
    ...sources(image),
    ...kernel(image),
    step('packages', image),
    ...tcpdump(image),
    ...systemtap(image),
    ...bpf(image),
    ...image.scripts.map(ownScript),
    step('seal', {}),
  ];
}

function step(name: string, it: object, reboot = false): BuildStep {
  const file = `${name}.sh`;
  const template: TemplatePath = `virtualbox/image/${name}.sh.ejs`;
  return { name, file, content: fillTemplate(template, it), reboot };
}

function sources(image: PlannedImage): BuildStep[] {
  const { aptSources, mirror, proxy } = image;
  return aptSources.length > 0 || mirror !== null || proxy !== null ? [step('sources', image)] : [];
}

function kernel(image: PlannedImage): BuildStep[] {
  const files = packageFiles(image);
  const { kernelPackages } = image;
  if (files.length + kernelPackages.length === 0) return [];
  return [step('kernel', { kernelPackages, files }, true)];
}

function tcpdump({ tcpdump: release }: PlannedImage): BuildStep[] {
  return release === null ? [] : [step('tcpdump', release)];
}

/** The compilers go once they have done their part; what loads the result stays. */
function systemtap({ kernelForcing, ...image }: PlannedImage): BuildStep[] {
  if (!kernelForcing.includes('systemtap')) return [];
  const packages = image.systemtapPackages;
  const buildOnly = packages.filter((name) => name !== 'systemtap-runtime');
  return [step('systemtap', { packages, buildOnly, byDwarf: image.systemtapByDwarf })];
}

const bpfCompiler = ['clang', 'libbpf-dev', 'linux-libc-dev'];

function bpf({ kernelForcing }: PlannedImage): BuildStep[] {
  if (!kernelForcing.includes('bpf')) return [];
  return [step('bpf', { packages: ['bpftool', ...bpfCompiler], buildOnly: bpfCompiler })];
}

/** A script that does not say what runs it is sh's, and stops where something fails. */
function ownScript(text: string, index: number): BuildStep {
  const name = `script-${index + 1}`;
  const content = text.startsWith('#!') ? text : `#!/bin/sh\nset -eu\n${text}`;
  return {
    ...{ name, file: `${name}.sh`, reboot: false },
    content: content.endsWith('\n') ? content : `${content}\n`,
  };
}
