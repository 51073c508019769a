import type { NodeSettings } from '../../model/evidence.js';
import type { ExperimentPath } from '../../model/plan.js';
import type { Observation } from '../observation.js';
import { carriesEnough, mostOnBackup } from '../rungs/path-payload.js';
import { isJoined, type Subflow } from '../subflow.js';

/** How far a path's subflow got. */
export type PathState =
  /** No segment or router leads to the server. */
  | 'no-way'
  /** No SYN with MP_JOIN left. */
  | 'not-tried'
  /** It left by another interface. */
  | 'misled'
  | 'unanswered'
  /** The SYN got a RST. */
  | 'refused'
  /** The SYN/ACK has no MP_JOIN. */
  | 'plain-answer'
  /** Answered, but reset or never confirmed. */
  | 'not-completed'
  /** Established, with next to no payload. */
  | 'starved'
  /** A backup that carries payload. */
  | 'backup-used';

/** A path that does not do what the plan expects of it. */
export interface PathSymptom {
  readonly observation: Observation;
  readonly path: ExperimentPath;
  readonly state: PathState;
  /** The device it left by, where it left. */
  readonly by: string | null;
  readonly settings: NodeSettings;
}

/** Every path that failed, in the plan's order; none where the connection is plain TCP. */
export function pathSymptoms(observation: Observation): PathSymptom[] {
  const { experiment, settings } = observation.evidence;
  if (!observation.initial?.handshake.ack?.capable) return [];
  return experiment.paths.flatMap((path, index) => {
    const subflow = subflowOf(observation, path, index);
    const by = subflow && leftBy(subflow, path);
    const state = stateOf(observation, path, { subflow, by, joins: index > 0 });
    return state === null ? [] : { observation, path, state, by, settings: settings.client };
  });
}

function subflowOf({ subflows, initial }: Observation, path: ExperimentPath, index: number) {
  if (index === 0) return initial;
  const own = subflows.filter(
    ({ client, handshake: { syn } }) =>
      client.address === path.address && (syn?.join ?? null) !== null,
  );
  return own.find(({ payloadBytes }) => payloadBytes.size > 0) ?? own[0] ?? null;
}

/** The interface a subflow used: where it sent data elsewhere, that one. */
function leftBy(subflow: Subflow, { device }: ExperimentPath): string {
  return [...subflow.payloadBytes.keys()].find((it) => it !== device) ?? subflow.device;
}

interface Seen {
  readonly subflow: Subflow | null;
  readonly by: string | null;
  readonly joins: boolean;
}

function stateOf(
  observation: Observation,
  path: ExperimentPath,
  { subflow, by, joins }: Seen,
): PathState | null {
  if (subflow === null) return path.serverAddress === null ? 'no-way' : 'not-tried';
  // Where the connection itself was opened elsewhere, the handshake's table tells.
  if (by !== path.device) return joins ? 'misled' : null;
  const broken = joins ? brokenHandshake(subflow) : null;
  if (broken !== null) return broken;
  if (path.expects === 'backup') return usesBackup(observation, subflow) ? 'backup-used' : null;
  return carriesEnough(observation, path) ? null : 'starved';
}

function brokenHandshake(subflow: Subflow): PathState | null {
  const { handshake, toClient } = subflow;
  if (handshake.synAck === null) return toClient.rst ? 'refused' : 'unanswered';
  if (handshake.synAck.join?.step !== 'syn-ack') return 'plain-answer';
  return isJoined(subflow) ? null : 'not-completed';
}

function usesBackup({ payloadBytes }: Observation, subflow: Subflow): boolean {
  const sum = (bytes: Iterable<number>) => [...bytes].reduce((all, one) => all + one, 0);
  return sum(subflow.payloadBytes.values()) > mostOnBackup * sum(payloadBytes.values());
}
