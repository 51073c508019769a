import type { Call, Outcome } from '../call.js';
import { findNode, runHere } from '../run-on-node.js';

/** Opens a shell on a node: the $SHELL of whoever is on it, which on a guest is its root's, or sh. */
export async function shell(call: Call): Promise<Outcome> {
  const [name = ''] = call.args;
  const node = await findNode(call, name);
  return { exitCode: await runHere(node, ['sh', '-c', 'exec "${SHELL:-sh}"'], call) };
}
