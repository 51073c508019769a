import type { Problem } from '../errors.js';
import type { ExperimentInput, NodeInput, TopologyInput } from './generated/topology.js';
import { pointer } from './pointer.js';
import { unknownName } from './unknown-name.js';

type Nodes = TopologyInput['nodes'];

/** Experiments need two different hosts and names of their own. */
export function experimentProblems(
  experiments: readonly ExperimentInput[],
  nodes: Nodes,
): Problem[] {
  return [
    ...experiments.flatMap((experiment, index) => [
      ...endProblems(pointer('experiments', index, 'client'), experiment.client, nodes),
      ...endProblems(pointer('experiments', index, 'server'), experiment.server, nodes),
      ...loopProblems(pointer('experiments', index), experiment),
      ...programProblems(pointer('experiments', index, 'programs'), experiment),
    ]),
    ...nameProblems(experiments),
  ];
}

function endProblems(where: string, name: string, nodes: Nodes): Problem[] {
  const node: NodeInput | undefined = Object.hasOwn(nodes, name) ? nodes[name] : undefined;
  if (node === undefined) return [unknownName(where, 'node', name, nodes)];
  if (node.role !== 'router') return [];
  return [{ where, message: `"${name}" is a router; programs run on hosts`, next: 'Name a host.' }];
}

function loopProblems(where: string, { client, server }: ExperimentInput): Problem[] {
  if (client !== server) return [];
  return [{ where, message: `client and server are both "${client}"`, next: 'Name two hosts.' }];
}

function programProblems(where: string, { kind, programs }: ExperimentInput): Problem[] {
  if (programs === undefined || kind === 'single-subflow') return [];
  const message = `${kind} measures iperf's own account of the transfer`;
  return [{ where, message, next: 'Remove it, or choose "single-subflow".' }];
}

function nameProblems(experiments: readonly ExperimentInput[]): Problem[] {
  const firstIndex = new Map<string, number>();
  return experiments.flatMap(({ name }, index) => {
    if (name === undefined) return [];
    const first = firstIndex.get(name);
    if (first === undefined) {
      firstIndex.set(name, index);
      return [];
    }
    const where = pointer('experiments', index, 'name');
    const message = `"${name}" is the name of /experiments/${first} already`;
    return [{ where, message, next: 'Give it a name of its own.' }];
  });
}
