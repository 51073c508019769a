import type { Certainty, Diagnosis } from '../../model/diagnosis.js';
import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import type { VerdictWords } from '../words/words.js';
import { announcedRows, announcedSymptoms } from './announced-rows.js';
import { answerRows } from './answer-rows.js';
import { handshakeRows, handshakeSymptoms } from './handshake-rows.js';
import { notTriedRows } from './not-tried-rows.js';
import { pathSymptoms } from './path-symptom.js';
import { payloadRows } from './payload-rows.js';
import { programRows, programSymptoms } from './program-rows.js';
import { routeRows } from './route-rows.js';
import { lookUp } from './row.js';
import { captureRows, foreignRows } from './run-rows.js';

const order: readonly Certainty[] = ['certain', 'likely', 'possible'];

const pathRows = [...routeRows, ...notTriedRows, ...answerRows, ...payloadRows];

/** What most likely is wrong with a run that did not pass, most likely first; empty where all rungs passed. */
export function diagnose(
  observation: Observation,
  rungs: readonly Pick<Rung, 'id' | 'status'>[],
  words: VerdictWords,
): Diagnosis[] {
  const failed = rungs.filter(({ status }) => status !== 'pass').map(({ id }) => id);
  if (failed.length === 0) return [];
  const isInconclusive = rungs.some(({ status }) => status === 'inconclusive');
  const found = failed.includes('programs')
    ? programSymptoms(observation).flatMap((it) => lookUp(programRows, it, words))
    : [
        ...lookUp(captureRows, { observation, isInconclusive }, words),
        ...ofConnection(observation, words),
      ];
  return order.flatMap((certainty) => found.filter((it) => it.certainty === certainty));
}

function ofConnection(observation: Observation, words: VerdictWords): Diagnosis[] {
  const handshake = handshakeSymptoms(observation).flatMap((it) =>
    lookUp(handshakeRows, it, words),
  );
  if (observation.evidence.experiment.kind === 'single-subflow') {
    return [...handshake, ...lookUp(foreignRows, observation, words)];
  }
  return [
    ...handshake,
    ...pathSymptoms(observation).flatMap((it) => lookUp(pathRows, it, words)),
    ...announcedSymptoms(observation).flatMap((it) => lookUp(announcedRows, it, words)),
  ];
}
