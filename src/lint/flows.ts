import { parseAddress, type Address } from '../model/ip.js';
import type { Endpoint, ExperimentPath, PlannedExperiment, PlannedNode } from '../model/plan.js';
import type { LintContext } from './context.js';
import { lookUp } from './routing/look-up.js';
import { trace, type Trace } from './routing/trace.js';

/** A subflow that an experiment expects, and the way its packets take. */
export interface Flow {
  readonly experiment: PlannedExperiment;
  /** The experiment's place in the plan. */
  readonly index: number;
  readonly path: ExperimentPath;
  /** The first path's subflow opens the connection; the others join it. */
  readonly initial: boolean;
  readonly client: PlannedNode;
  readonly server: PlannedNode;
  /** The client's endpoint that opens it; undefined for the initial one, or where there is none. */
  readonly endpoint: Endpoint | undefined;
  readonly there: Trace;
  readonly back: Trace;
}

/** One for each path of an experiment that leads to the server. */
export function flowsOf(context: LintContext): Flow[] {
  return context.plan.experiments.flatMap((experiment, index) => {
    const client = context.nodes.get(experiment.client);
    const server = context.nodes.get(experiment.server);
    if (client === undefined || server === undefined) return [];
    const used = experiment.kind === 'single-subflow' ? 1 : experiment.paths.length;
    return experiment.paths.slice(0, used).flatMap((path, order) => {
      const [from, to] = [parseAddress(path.address), parseAddress(path.serverAddress ?? '')];
      if (from === null || to === null) return [];
      const endpoint = order === 0 ? undefined : endpointOf(client, path.address);
      const there =
        order === 0
          ? openingTrace(context, client, to)
          : trace(context, client, { from, to, device: endpoint?.device ?? null });
      const back = trace(context, server, { from: to, to: from, device: null });
      return {
        experiment,
        index,
        path,
        initial: order === 0,
        client,
        server,
        endpoint,
        there,
        back,
      };
    });
  });
}

/** The first route found gives the socket its source address, and with that it is routed again. */
function openingTrace(context: LintContext, client: PlannedNode, to: Address): Trace {
  const device = lookUp(client, { from: null, to, device: null })?.device;
  const nic = client.interfaces.find((candidate) => candidate.device === device);
  const source = nic?.addresses.find(({ family }) => family === to.family)?.address;
  return trace(context, client, { from: parseAddress(source ?? ''), to, device: null });
}

function endpointOf({ mptcp }: PlannedNode, address: string): Endpoint | undefined {
  return mptcp.endpoints.find((endpoint) => endpoint.address === address);
}
