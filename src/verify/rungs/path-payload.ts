import type { ExperimentPath } from '../../model/plan.js';
import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import type { Subflow } from '../subflow.js';
import { expectedShare } from '../path-share.js';
import { failed, inconclusive, passed, type Demand } from './rung.js';

/**
 * A path carries payload when it has at least this part of its share (see expectedShare). Low on purpose: unequal paths are used
 * far below their share, while a path that is not used at all carries no payload.
 */
const leastOfShare = 0.05;
/** Bytes the server acknowledges on a path whose share nobody can foretell: full-size packets get through. */
const leastUnforetold = 10_000;
/** A backup path may carry this part of all payload, for what is sent while a path is being lost. */
export const mostOnBackup = 0.01;

/** Payload on every path's interface: what counters and handshakes cannot show. */
export function judgePathPayload(observation: Observation): Rung {
  const { paths } = observation.evidence.experiment;
  const demand: Demand = {
    id: 'path-payload',
    expected: paths.map((path) => expectation(observation, path)).join(', '),
    why: 'Each path carries its part of the data by its own interface.',
  };
  const measured = measure(observation);
  const unsure = paths.filter((path) => contradicted(observation, path));
  if (unsure.length > 0) {
    const devices = unsure.map(({ device }) => device).join(', ');
    const reason = `The interface counters and the capture of ${devices} contradict each other: the capture is not whole.`;
    return inconclusive(demand, { measured, reason });
  }
  const reasons = paths.flatMap((path) => wrongness(observation, path) ?? []);
  return reasons.length > 0
    ? failed(demand, { measured, reason: reasons.join(' ') })
    : passed(demand, measured);
}

/** With one subflow all payload leaves by the first path's interface. */
export function judgeFirstPathOnly(observation: Observation): Rung {
  const { paths } = observation.evidence.experiment;
  const first = paths[0]?.device ?? '';
  const demand: Demand = {
    id: 'path-payload',
    expected: `payload on ${first} only`,
    why: 'One subflow uses one interface.',
  };
  const measured = measure(observation);
  const others = [...observation.payloadBytes].filter(
    ([device, bytes]) => device !== first && bytes > 0,
  );
  if (others.length > 0) {
    const devices = others.map(([device]) => device).join(', ');
    return failed(demand, { measured, reason: `Payload left by ${devices}: look at the routes.` });
  }
  if (payloadOn(observation, first) === 0) {
    return failed(demand, { measured, reason: `No payload left by ${first}.` });
  }
  return passed(demand, measured);
}

function expectation({ evidence }: Observation, path: ExperimentPath): string {
  const { device, expects } = path;
  if (expects === 'backup') return `at most ${mostOnBackup * 100} % on ${device} (backup)`;
  const share = expectedShare(path, evidence.experiment.paths);
  return share === null
    ? `at least ${leastUnforetold} bytes acknowledged on ${device}`
    : `at least ${percent(leastOfShare * share)} on ${device}`;
}

function wrongness(observation: Observation, path: ExperimentPath): string | null {
  const { device, address, expects } = path;
  const own = subflowsOf(observation, path);
  const elsewhere = own.flatMap(({ payloadBytes }) => [...payloadBytes.keys()]);
  const wrong = [...new Set(elsewhere)].filter((it) => it !== device);
  if (wrong.length > 0) return misled(path, wrong.join(', '));
  if (expects === 'backup') {
    if (carried(observation, path) <= mostOnBackup * total(observation)) return null;
    return `The backup path ${device} carries payload while others work: one end does not take it for a backup.`;
  }
  if (carriesEnough(observation, path)) return null;
  const [subflow] = own;
  if (!subflow) return `No subflow from ${address}, so none uses ${device}.`;
  if (subflow.device !== device) return misled(path, subflow.device);
  return `The subflow from ${address} was joined on ${device} but carries next to nothing: the transfer was too short, or full-size packets are lost on that path (MTU, queue, rate).`;
}

function misled({ device, address }: ExperimentPath, by: string): string {
  return `The subflow from ${address} leaves by ${by} instead of ${device}: no rule for the source address ${address} (ip rule show), and its endpoint is not bound to ${device}.`;
}

function subflowsOf({ subflows }: Observation, { address }: ExperimentPath): Subflow[] {
  return subflows.filter(({ client }) => client.address === address);
}

/** What the path's own subflows sent by its own interface; what others sent there is not the path's. */
function carried(observation: Observation, path: ExperimentPath): number {
  return subflowsOf(observation, path).reduce(
    (sum, { payloadBytes }) => sum + (payloadBytes.get(path.device) ?? 0),
    0,
  );
}

/** Whether a path carries what it should at least. */
export function carriesEnough(observation: Observation, path: ExperimentPath): boolean {
  const { paths } = observation.evidence.experiment;
  if (expectedShare(path, paths) !== null) {
    return carried(observation, path) >= threshold(observation, path);
  }
  const acknowledged = subflowsOf(observation, path).map(
    (subflow) => subflow.toServer.acknowledgedBytes,
  );
  return acknowledged.reduce((sum, bytes) => sum + bytes, 0) >= leastUnforetold;
}

function threshold(observation: Observation, path: ExperimentPath): number {
  const share = expectedShare(path, observation.evidence.experiment.paths);
  if (share === null) return leastUnforetold;
  return Math.max(1, leastOfShare * share * total(observation));
}

/** The interface sent less than the capture saw, or much of what the capture should have seen. */
function contradicted(observation: Observation, path: ExperimentPath): boolean {
  const { evidence } = observation;
  const counter = evidence.interfaces.find(
    ({ node, device }) => node === evidence.experiment.client && device === path.device,
  );
  if (!counter) return false;
  const sent = counter.txBytesAfter - counter.txBytesBefore;
  const seen = payloadOn(observation, path.device);
  const unseen = path.expects === 'payload' && seen < threshold(observation, path);
  return sent < seen || (unseen && sent > 2 * threshold(observation, path) + handshakeAllowance);
}

/** Bytes an interface may send for handshakes and acknowledgements without any payload. */
const handshakeAllowance = 100_000;

function payloadOn({ payloadBytes }: Observation, device: string): number {
  return payloadBytes.get(device) ?? 0;
}

function total({ payloadBytes }: Observation): number {
  return [...payloadBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function measure(observation: Observation): string {
  const all = Math.max(1, total(observation));
  return [...observation.payloadBytes]
    .map(([device, bytes]) => `${device} ${bytes} bytes (${percent(bytes / all)})`)
    .join(', ');
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}
