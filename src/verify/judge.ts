import type { Evidence, LoadedEvidence } from '../model/evidence.js';
import type { ExperimentKind } from '../model/plan.js';
import type { Rung, RungId, Verdict } from '../model/verdict.js';
import { diagnose } from './diagnosis/diagnose.js';
import { figuresOf } from './figures.js';
import { observe, type Observation } from './observation.js';
import { droppedPackets, judgeCaptures } from './rungs/captures.js';
import { judgeDataContiguous } from './rungs/data-contiguous.js';
import { judgeDss } from './rungs/dss.js';
import { judgeHmac } from './rungs/hmac.js';
import { judgeJoinsAccepted } from './rungs/joins-accepted.js';
import { judgeMpCapable } from './rungs/mp-capable.js';
import { judgeMpJoin, judgeNoJoin } from './rungs/mp-join.js';
import { judgeNoFallback } from './rungs/no-fallback.js';
import { judgeFirstPathOnly, judgePathPayload } from './rungs/path-payload.js';
import { judgePrograms } from './rungs/programs.js';
import type { Judge } from './rungs/rung.js';
import { en } from './words/en.js';
import type { VerdictWords } from './words/words.js';

/** Without these there is nothing to judge. */
const groundwork: readonly Judge[] = [judgePrograms, judgeCaptures];

const ladders: Readonly<Record<ExperimentKind, readonly Judge[]>> = {
  'single-subflow': [
    judgeMpCapable,
    judgeDss,
    judgeNoJoin,
    judgeDataContiguous,
    judgeFirstPathOnly,
    judgeNoFallback,
  ],
  'multi-subflow': [
    judgeMpCapable,
    judgeDss,
    judgeMpJoin,
    judgeHmac,
    judgeDataContiguous,
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
  'hmac',
  'data-contiguous',
  'path-payload',
]);

/**
 * What the evidence of one run proves. The first rung that does not pass decides; a run that cannot
 * be judged ends at the rung that says why, and every other one is looked at to the top.
 */
export function judge(loaded: LoadedEvidence): Verdict {
  return judgeObserved(observe(loaded), en);
}

/** The same of captures that were analysed already, in the words of a language. */
export function judgeObserved(observation: Observation, words: VerdictWords): Verdict {
  const { evidence } = observation;
  const { name, kind } = evidence.experiment;
  const rungs = climb(observation, kind, words);
  const deciding = rungs.find(({ status }) => status !== 'pass');
  return {
    experiment: name,
    kind,
    status: deciding?.status ?? 'pass',
    reason: deciding?.reason ?? summary(evidence, words),
    rungs,
    diagnosis: diagnose(observation, rungs, words),
    degraded: evidence.environment.degraded,
    figures: figuresOf(observation),
  };
}

function climb(observation: Observation, kind: ExperimentKind, words: VerdictWords): Rung[] {
  const ground = groundwork.map((look) => look(observation, words));
  const broken = ground.findIndex(({ status }) => status !== 'pass');
  if (broken >= 0) return ground.slice(0, broken + 1);
  return [
    ...ground,
    ...ladders[kind].map((look) => doubtDropped(look(observation, words), observation, words)),
  ];
}

/** A failure read from captures that dropped packets is none. */
function doubtDropped(rung: Rung, observation: Observation, words: VerdictWords): Rung {
  const dropped = droppedPackets(observation);
  if (rung.status !== 'fail' || dropped === 0 || !readFromCaptures.has(rung.id)) return rung;
  const reason = words.sentences([words.rungs.captures.doubt(dropped), rung.reason]);
  return { ...rung, status: 'inconclusive', reason };
}

function summary({ experiment }: Evidence, { passed }: VerdictWords): string {
  const devices = experiment.paths.map(({ device }) => device);
  return experiment.kind === 'single-subflow'
    ? passed.single(devices[0] ?? '')
    : passed.multi(devices, experiment.announced);
}
