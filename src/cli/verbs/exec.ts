import type { Call, Outcome } from '../call.js';
import { findNode, runHere } from '../run-on-node.js';

/** Runs a program on a node; its exit code is ours. */
export async function exec(call: Call): Promise<Outcome> {
  const [name = '', program = '', ...args] = call.args;
  const node = await findNode(call, name);
  if (!call.options.json) {
    return { exitCode: await runHere(node, [program, ...args], call) };
  }
  const result = await node.exec([program, ...args], { check: false, signal: call.signal });
  return { exitCode: result.exitCode, document: { node: name, ...result } };
}
