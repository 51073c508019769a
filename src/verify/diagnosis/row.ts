import type { Diagnosis, Mend } from '../../model/diagnosis.js';
import type { VerdictWords } from '../words/words.js';

/** What a row's cause and its lines are told in. */
type Causes = VerdictWords['causes'] & Pick<VerdictWords, 'list' | 'and'>;
export type Mends = VerdictWords['mends'];

/** A row of a diagnosis table: a symptom, what causes it, and the lines that mend it. */
export interface Row<Symptom> extends Pick<Diagnosis, 'id' | 'certainty'> {
  readonly when: (symptom: Symptom) => boolean;
  readonly cause: (symptom: Symptom, words: Causes) => string;
  readonly mend: (symptom: Symptom, words: Mends) => readonly Mend[];
}

/** What the rows of a table say of a symptom. */
export function lookUp<Symptom>(
  rows: readonly Row<Symptom>[],
  symptom: Symptom,
  { causes, mends, list, and }: VerdictWords,
): Diagnosis[] {
  const words = { ...causes, list, and };
  return rows
    .filter(({ when }) => when(symptom))
    .map(({ id, certainty, cause, mend }) => ({
      ...{ id, certainty, cause: cause(symptom, words), mend: mend(symptom, mends) },
    }));
}
