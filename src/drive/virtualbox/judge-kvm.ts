import type { HostFinding } from '../host-finding.js';
import type { VirtualBoxHost } from './host-facts.js';
import { isBefore } from './version.js';

/** From here on VirtualBox asks KVM for VT-x or AMD-V and needs it to be on (its issues 711 and 713). */
const asksKvm = '7.2.10';

/**
 * From Linux 6.12 on, KVM takes VT-x or AMD-V when its module is loaded, unless its parameter
 * enable_virt_at_load says no. VirtualBox before 7.2.10 needs the one, later ones the other.
 */
export function kvmHoldsProcessor({ kvm, virtualbox }: VirtualBoxHost): HostFinding | null {
  if (kvm === null || virtualbox === null || kvm.takesItAtLoad === null) return null;
  const wanted = !isBefore(virtualbox, asksKvm);
  if (kvm.takesItAtLoad === wanted) return null;
  return {
    id: 'virtualbox-kvm',
    severity: 'blocks',
    where: kvm.module,
    ...(wanted ? letKvmHaveIt(virtualbox, kvm.module) : takeItFromKvm(virtualbox, kvm.module)),
  };
}

function takeItFromKvm(virtualbox: string, module: string) {
  return {
    message: `KVM holds VT-x or AMD-V, which VirtualBox ${virtualbox} wants for itself (VERR_VMX_IN_VMX_ROOT_MODE, VERR_SVM_IN_USE)`,
    next: `sudo modprobe -r ${module}; for good: echo 'options kvm enable_virt_at_load=0' | sudo tee /etc/modprobe.d/virtualbox-kvm.conf, and reboot.`,
  };
}

function letKvmHaveIt(virtualbox: string, module: string) {
  return {
    message: `KVM was told to leave VT-x or AMD-V off (enable_virt_at_load=0), and VirtualBox ${virtualbox} wants it on (VERR_SVM_HOST_SVME_NOT_ENABLED)`,
    next: `Remove enable_virt_at_load=0 from /etc/modprobe.d and the kernel's command line and reboot; or sudo modprobe -r ${module}.`,
  };
}
