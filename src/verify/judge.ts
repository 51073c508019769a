import type { LoadedEvidence } from '../model/evidence.js';
import type { ExperimentKind } from '../model/plan.js';
import type { Rung, RungId, Verdict } from '../model/verdict.js';
import { diagnose } from './diagnosis/diagnose.js';
import { figuresOf } from './figures.js';
import { observe, type Observation } from './observation.js';
import { droppedPackets, judgeCaptures } from './rungs/captures.js';
import { judgeDss } from './rungs/dss.js';
import { judgeJoinsAccepted } from './rungs/joins-accepted.js';
import { judgeMpCapable } from './rungs/mp-capable.js';
import { judgeMpJoin, judgeNoJoin } from './rungs/mp-join.js';
import { judgeNoFallback } from './rungs/no-fallback.js';
import { judgeFirstPathOnly, judgePathPayload } from './rungs/path-payload.js';
import { judgePrograms } from './rungs/programs.js';
import type { Judge } from './rungs/rung.js';

/** Without these there is nothing to judge. */
const groundwork: readonly Judge[] = [judgePrograms, judgeCaptures];

const ladders: Readonly<Record<ExperimentKind, readonly Judge[]>> = {
  'single-subflow': [judgeMpCapable, judgeDss, judgeNoJoin, judgeFirstPathOnly, judgeNoFallback],
  'multi-subflow': [
    judgeMpCapable,
    judgeDss,
    judgeMpJoin,
    judgePathPayload,
    judgeJoinsAccepted,
    judgeNoFallback,
  ],
};

/** Rungs that read the captures: packets missing there may be packets not captured. */
const readFromCaptures: ReadonlySet<RungId> = new Set([
  'mp-capable',
  'dss',
  'mp-join',
  'path-payload',
]);

/**
 * What the evidence of one run proves. The first rung that does not pass decides; a run that cannot
 * be judged ends at the rung that says why, and every other one is looked at to the top.
 */
export function judge(loaded: LoadedEvidence): Verdict {
  const observation = observe(loaded);
  const { name, kind } = loaded.evidence.experiment;
  const rungs = climb(observation, kind);
  const deciding = rungs.find(({ status }) => status !== 'pass');
  return {
    experiment: name,
    kind,
    status: deciding?.status ?? 'pass',
    reason: deciding?.reason ?? summary(kind, loaded),
    rungs,
    diagnosis: diagnose(observation, rungs),
    degraded: loaded.evidence.environment.degraded,
    figures: figuresOf(observation),
  };
}

function climb(observation: Observation, kind: ExperimentKind): Rung[] {
  const ground = groundwork.map((look) => look(observation));
  const broken = ground.findIndex(({ status }) => status !== 'pass');
  if (broken >= 0) return ground.slice(0, broken + 1);
  return [...ground, ...ladders[kind].map((look) => doubtDropped(look(observation), observation))];
}

/** A failure read from captures that dropped packets is none. */
function doubtDropped(rung: Rung, observation: Observation): Rung {
  const dropped = droppedPackets(observation);
  if (rung.status !== 'fail' || dropped === 0 || !readFromCaptures.has(rung.id)) return rung;
  const reason = `The captures dropped ${dropped} packets, so what is missing may have been there. ${rung.reason}`;
  return { ...rung, status: 'inconclusive', reason };
}

function summary(kind: ExperimentKind, { evidence: { experiment } }: LoadedEvidence): string {
  const devices = experiment.paths.map(({ device }) => device);
  return kind === 'single-subflow'
    ? `One MPTCP subflow, on ${devices[0] ?? 'no device'}.`
    : `One MPTCP connection over ${devices.join(' and ')}${experiment.announced.map((address) => `, to ${address} too`).join('')}.`;
}
