import { captureArgv } from '../../drive/capture-argv.js';
import { LabError } from '../../errors.js';
import type { Plan } from '../../model/plan.js';
import type { Call, Outcome } from '../call.js';
import { findLab } from '../find-lab.js';
import { runApart } from '../run-on-node.js';
import { UsageError } from '../usage-error.js';

/** Captures an interface of a node as pcap until Ctrl-C, into a file or, with `-`, onto stdout. */
export async function capture(call: Call): Promise<Outcome> {
  const [name = '', device = ''] = call.args;
  const target = call.options.write ?? '-';
  if (target === '-') requirePipe(call);
  const { dir, lab } = await findLab(call);
  const node = (await lab.attach({ dir, signal: call.signal })).node(name);
  requireDevice(lab.plan, name, device);
  const { signal } = call;
  const argv = captureArgv(device);
  if (target === '-') {
    return { exitCode: await runApart(node, argv, { signal, stdout: 'inherit' }) };
  }
  const exitCode = await runApart(node, argv, { signal, stdout: { file: target } });
  return { exitCode, document: { node: name, interface: device, file: target } };
}

function requireDevice(plan: Plan, name: string, device: string): void {
  const node = plan.nodes.find((it) => it.name === name);
  const devices = node?.interfaces.map((nic) => nic.device) ?? [];
  if (devices.includes(device)) return;
  throw new LabError('unknown-name', [
    {
      where: name,
      message: `has no interface ${JSON.stringify(device)}`,
      next: `Take one of: ${devices.join(', ')}.`,
    },
  ]);
}

function requirePipe({ options }: Call): void {
  if (!process.stdout.isTTY && !options.json) return;
  throw new UsageError({
    where: '-w -',
    message: options.json ? 'stdout cannot take pcap and JSON' : 'a terminal shows no pcap',
    next: 'Name a file, or pipe it: `subflow capture NODE INTERFACE -w - | wireshark -k -i -`.',
  });
}
