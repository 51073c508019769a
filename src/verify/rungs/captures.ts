import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import type { VerdictWords } from '../words/words.js';
import { inconclusive, passed, type Demand } from './rung.js';

/** Captures that are damaged, cut or without the connection make the run inconclusive. */
export function judgeCaptures(observation: Observation, words: VerdictWords): Rung {
  const { expected, why, measured, useless } = words.rungs.captures;
  const demand: Demand = { id: 'captures', expected, why };
  const trouble = troubleOf(observation, words);
  if (trouble !== null) {
    return inconclusive(demand, { measured: trouble, reason: useless(trouble) });
  }
  const { subflows, evidence } = observation;
  const dropped = droppedPackets(observation);
  return passed(demand, measured(subflows.length, evidence.captures.length, dropped));
}

/** Packets the kernel did not hand to the captures: what is missing may have been among them. */
export function droppedPackets({ evidence: { captures } }: Observation): number {
  return captures.reduce((sum, capture) => sum + capture.droppedPackets, 0);
}

function troubleOf(observation: Observation, words: VerdictWords): string | null {
  const { analysis, damages, subflows, initial, evidence } = observation;
  const say = words.rungs.captures;
  if (damages.length > 0) return words.findings(damages.map(say.damage));
  if (subflows.length === 0) return say.noSyn;
  if (initial === null) return say.onlyJoins;
  const cut = analysis.findings.some(({ code }) => code === 'options-cut');
  if (cut) return say.optionsCut;
  const missing = missingPayload(observation);
  if (missing !== null) return say.tooFew(missing.captured, missing.received);
  const absenceIsProof = evidence.experiment.kind === 'single-subflow';
  const dropped = droppedPackets(observation);
  return absenceIsProof && dropped > 0 ? say.dropped(dropped) : null;
}

/** What the server received must have left by the client's interfaces, all of which are captured. */
function missingPayload({ payloadBytes, evidence }: Observation) {
  const captured = [...payloadBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
  const received = evidence.programs.server.bytes ?? 0;
  const dropped = evidence.captures.some(({ droppedPackets }) => droppedPackets > 0);
  return captured >= received || dropped ? null : { captured, received };
}
