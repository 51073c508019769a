import { CommanderError } from 'commander';
import { formatProblem, LabError, type Problem } from '../errors.js';
import { exitCodeOfError, exitCodes } from './exit-code.js';
import type { Interruption } from './interrupts.js';
import { fileProblem } from './file-problem.js';
import { UsageError } from './usage-error.js';

/** An error as the command line reports it. */
export interface Failure {
  readonly exitCode: number;
  readonly code: string;
  readonly problems: readonly Problem[];
  /** For people; empty where it has been told already. */
  readonly text: string;
}

/** Says of any error what it means; an interruption that it is not the effect of does not hide it. */
export function failureOf(error: unknown, interruption: Interruption | null): Failure {
  if (interruption === null) return failureOfWork(error);
  const { exitCode, reason } = interruption;
  if (error === reason) return interrupted(exitCode);
  const { problems, text } = failureOfWork(error);
  return {
    exitCode,
    code: 'interrupted',
    problems: [interruptedProblem, ...problems],
    text: `interrupted, and then: ${text}`,
  };
}

function failureOfWork(error: unknown): Failure {
  if (error instanceof CommanderError) return misspelt(error);
  if (error instanceof UsageError) return usage(error.problem);
  if (isLabError(error)) {
    return {
      exitCode: exitCodeOfError(error.code),
      code: error.code,
      problems: error.problems,
      text: `${error.code}\n${error.problems.map(formatProblem).join('\n')}`,
    };
  }
  const file = fileProblem(error);
  return file === null ? unexpected(error) : unusable(file);
}

/** A topology file may bring a copy of subflow of its own, whose classes are not ours. */
function isLabError(error: unknown): error is LabError {
  return (
    error instanceof LabError ||
    (error instanceof Error && error.name === 'LabError' && 'problems' in error)
  );
}

const interruptedProblem: Problem = {
  where: 'subflow',
  message: 'interrupted',
  next: 'Run it again, or `subflow destroy`.',
};

function interrupted(exitCode: number): Failure {
  return { exitCode, code: 'interrupted', problems: [interruptedProblem], text: 'interrupted' };
}

/** Commander has told it on stderr. */
function misspelt({ message }: CommanderError): Failure {
  const text = message.replace(/^error: /, '');
  return { ...usage({ where: 'command line', message: text, next: 'See --help.' }), text: '' };
}

function usage(problem: Problem): Failure {
  const text = `usage\n${formatProblem(problem)}`;
  return { exitCode: exitCodes.badInput, code: 'usage', problems: [problem], text };
}

function unusable(problem: Problem): Failure {
  const text = `file-unusable\n${formatProblem(problem)}`;
  return { exitCode: exitCodes.badInput, code: 'file-unusable', problems: [problem], text };
}

function unexpected(error: unknown): Failure {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const problem = {
    where: 'subflow',
    message: error instanceof Error ? error.message : String(error),
    next: 'This is a fault of subflow or of the host: please report it with the trace.',
  };
  return {
    exitCode: exitCodes.broken,
    code: 'unexpected',
    problems: [problem],
    text: `unexpected\n${formatProblem(problem)}\n${text}`,
  };
}
