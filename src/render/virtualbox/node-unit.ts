import type { Plan, PlannedNode } from '../../model/plan.js';

export const nodeUnitName = 'subflow-node.service';
export const nodeScriptPath = '/usr/local/sbin/subflow-node';

/**
 * The systemd.unit(5) that runs the node's script at every boot, once networkd has done with the
 * lab's interfaces: it would take away what it does not know of.
 */
export function nodeUnit(plan: Plan, { name, interfaces }: PlannedNode): string {
  const settled = interfaces.map(({ device }) => `--interface=${device}:carrier`).join(' ');
  return `[Unit]
Description=Make this machine the node ${name} of the lab ${plan.name}
After=systemd-networkd.service
Wants=systemd-networkd.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStartPre=-/lib/systemd/systemd-networkd-wait-online --timeout=60 ${settled}
ExecStart=${nodeScriptPath}

[Install]
WantedBy=multi-user.target
`;
}
