import { LabError } from '../../errors.js';
import type { PlannedExperiment } from '../../model/plan.js';
import type { Call, Outcome } from '../call.js';
import { exitCodeOfError, exitCodes } from '../exit-code.js';
import { compare, type Mark } from '../grade/compare.js';
import { expectationOf, type Expectation } from '../grade/expectation.js';
import { runSubmission, type Proof } from '../grade/run-submission.js';
import { submittedLab } from '../grade/submission.js';
import type { Terminal } from '../terminal.js';

/** Runs a student's lab on namespaces and compares what it proves with what is expected. */
export async function grade(call: Call): Promise<Outcome> {
  const [file = ''] = call.args;
  const expectation = await expectationOf(call.options.expect ?? '', call);
  const { planned, proof } = await proofOf(file, expectation, call);
  const marks = compare(expectation, planned, proof);
  const right = marks.filter(({ isRight }) => isRight).length;
  const isRight = right === marks.length;
  const lines = marks.map((mark) => showMark(mark, call.terminal));
  return {
    exitCode: isRight ? exitCodes.ok : exitCodes.failed,
    text: `${lines.join('')}${right} of ${marks.length} as expected\n`,
    document: { file, right, of: marks.length, marks, findings: proof.findings },
  };
}

interface Graded {
  /** Null of what is no lab. */
  readonly planned: readonly PlannedExperiment[] | null;
  readonly proof: Proof;
}

/** A topology that is no lab is graded like any other; a file that cannot be read is not. */
async function proofOf(file: string, expectation: Expectation, call: Call): Promise<Graded> {
  try {
    const lab = await submittedLab(file, expectation);
    return { planned: lab.plan.experiments, proof: await runSubmission(lab, call) };
  } catch (error) {
    if (!(error instanceof LabError) || exitCodeOfError(error.code) !== exitCodes.badInput) {
      throw error;
    }
    const { problems } = error;
    return { planned: null, proof: { verdicts: [], findings: [], rules: [], problems } };
  }
}

function showMark({ what, expected, found, isRight, reason }: Mark, terminal: Terminal): string {
  const mark = isRight ? terminal.paint('green', 'right') : terminal.paint('red', 'wrong');
  const but = isRight ? '' : `, expected ${expected}\n       ${reason}`;
  return `${mark}  ${what}: ${found}${but}\n`;
}
