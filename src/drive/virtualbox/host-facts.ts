/** What a lab of VirtualBox machines depends on of its host, as it was found. */
export interface VirtualBoxHost {
  readonly platform: NodeJS.Platform;
  /** As Node names it: x64, arm64. */
  readonly arch: string;
  /** `uname -r`. */
  readonly kernel: string;
  /** e.g. 2.4.9; null where there is no Vagrant. */
  readonly vagrant: string | null;
  /** e.g. 7.0.26r168464; null where there is no VBoxManage. */
  readonly virtualbox: string | null;
  /** What VBoxManage says before its version where it finds itself incomplete, e.g. without its kernel module. */
  readonly complaint: string | null;
  /** Linux: KVM's module for this processor, and whether it takes VT-x or AMD-V when loaded (from 6.12 on). */
  readonly kvm: { readonly module: string; readonly takesItAtLoad: boolean | null } | null;
  /** Windows: whether Hyper-V or a relative of it runs, WSL2 for instance. */
  readonly hypervisorPresent: boolean;
  /** Whether VBoxManage sees VT-x or AMD-V; null where it does not say. */
  readonly hardwareVirtualization: boolean | null;
  /** Address ranges of /etc/vbox/networks.conf; null where there is no such file. */
  readonly hostOnlyRanges: readonly string[] | null;
  readonly memoryAvailableMib: number;
  /** Where new machines are put, and the space there; null where nobody says. */
  readonly machineFolder: { readonly path: string; readonly freeMib: number } | null;
  /** The environment's VAGRANT_*, VBOX_* and SUBFLOW_BOX. */
  readonly environment: Readonly<Record<string, string>>;
}
