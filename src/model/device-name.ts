/** PCI slots of VirtualBox's adapters 1 to 4; the others lie in a row from 16 on. */
const firstSlots = [3, 8, 9, 10];

/** The name systemd's udev rules give VirtualBox's adapter, counted from 0: enp0s3, enp0s8, ... */
export function deviceName(adapter: number): string {
  return `enp0s${firstSlots[adapter] ?? 16 + adapter - firstSlots.length}`;
}
