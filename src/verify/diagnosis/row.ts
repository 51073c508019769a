import type { Diagnosis, Mend } from '../../model/diagnosis.js';

/** A row of a diagnosis table: a symptom, what causes it, and the lines that mend it. */
export interface Row<Symptom> extends Pick<Diagnosis, 'id' | 'certainty'> {
  readonly when: (symptom: Symptom) => boolean;
  readonly cause: (symptom: Symptom) => string;
  readonly mend: (symptom: Symptom) => readonly Mend[];
}

/** What the rows of a table say of a symptom. */
export function lookUp<Symptom>(rows: readonly Row<Symptom>[], symptom: Symptom): Diagnosis[] {
  return rows
    .filter(({ when }) => when(symptom))
    .map(({ id, certainty, cause, mend }) => ({
      ...{ id, certainty, cause: cause(symptom), mend: mend(symptom) },
    }));
}
