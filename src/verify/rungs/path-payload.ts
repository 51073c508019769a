import type { ExperimentPath } from '../../model/plan.js';
import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import type { Subflow } from '../subflow.js';
import { expectedShare } from '../path-share.js';
import type { VerdictWords } from '../words/words.js';
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

type Say = VerdictWords['rungs']['path-payload'];

/** Payload on every path's interface: what counters and handshakes cannot show. */
export function judgePathPayload(observation: Observation, words: VerdictWords): Rung {
  const say = words.rungs['path-payload'];
  const { paths } = observation.evidence.experiment;
  const demand: Demand = {
    id: 'path-payload',
    expected: words.list(paths.map((path) => expectation(observation, path, say))),
    why: say.why,
  };
  const measured = measure(observation, words);
  const unsure = paths.filter((path) => contradicted(observation, path));
  if (unsure.length > 0) {
    const devices = words.list(unsure.map(({ device }) => device));
    return inconclusive(demand, { measured, reason: say.contradicted(devices) });
  }
  const reasons = paths.flatMap((path) => wrongness(observation, path, words) ?? []);
  return reasons.length > 0
    ? failed(demand, { measured, reason: words.sentences(reasons) })
    : passed(demand, measured);
}

/** With one subflow all payload leaves by the first path's interface. */
export function judgeFirstPathOnly(observation: Observation, words: VerdictWords): Rung {
  const say = words.rungs['path-payload'];
  const { paths } = observation.evidence.experiment;
  const first = paths[0]?.device ?? '';
  const demand: Demand = { id: 'path-payload', expected: say.only(first), why: say.whyOnly };
  const measured = measure(observation, words);
  const others = [...observation.payloadBytes].filter(
    ([device, bytes]) => device !== first && bytes > 0,
  );
  if (others.length > 0) {
    const devices = words.list(others.map(([device]) => device));
    return failed(demand, { measured, reason: say.others(devices) });
  }
  if (payloadOn(observation, first) === 0) {
    return failed(demand, { measured, reason: say.none(first) });
  }
  return passed(demand, measured);
}

function expectation({ evidence }: Observation, path: ExperimentPath, say: Say): string {
  const { device, expects } = path;
  if (expects === 'backup') return say.backup(mostOnBackup * 100, device);
  const share = expectedShare(path, evidence.experiment.paths);
  return share === null
    ? say.acknowledged(leastUnforetold, device)
    : say.share(percent(leastOfShare * share), device);
}

function wrongness(
  observation: Observation,
  path: ExperimentPath,
  words: VerdictWords,
): string | null {
  const say = words.rungs['path-payload'];
  const { device, address, expects } = path;
  const own = subflowsOf(observation, path);
  const elsewhere = own.flatMap(({ payloadBytes }) => [...payloadBytes.keys()]);
  const wrong = [...new Set(elsewhere)].filter((it) => it !== device);
  if (wrong.length > 0) return say.misled(address, words.list(wrong), device);
  if (expects === 'backup') {
    if (carried(observation, path) <= mostOnBackup * total(observation)) return null;
    return say.backupUsed(device);
  }
  if (carriesEnough(observation, path)) return null;
  const [subflow] = own;
  if (!subflow) return say.noSubflow(address, device);
  return subflow.device === device
    ? say.starved(address, device)
    : say.misled(address, subflow.device, device);
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

function measure(observation: Observation, words: VerdictWords): string {
  const { measured } = words.rungs['path-payload'];
  const all = Math.max(1, total(observation));
  return words.list(
    [...observation.payloadBytes].map(([device, bytes]) =>
      measured(device, bytes, percent(bytes / all)),
    ),
  );
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}
