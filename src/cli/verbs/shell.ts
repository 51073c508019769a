import type { Call, Outcome } from '../call.js';
import { findNode, runHere } from '../run-on-node.js';

/** Opens a shell on a node: $SHELL, or sh. */
export async function shell(call: Call): Promise<Outcome> {
  const [name = ''] = call.args;
  const node = await findNode(call, name);
  return { exitCode: await runHere(node, [process.env['SHELL'] ?? 'sh'], call) };
}
