import { exitCodeOfSignal } from './exit-code.js';

/** The first signal that was received. */
export interface Interruption {
  /** 128 and its number. */
  readonly exitCode: number;
  /** What `signal` was aborted with, and the work that it stopped therefore fails with. */
  readonly reason: Error;
}

/** What the signals sent to this process mean for its work. */
export interface Interrupts {
  /** Aborted by the first SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
  received(): Interruption | null;
  /** Until the program has ended, SIGINT is its own: it owns the terminal, which sends it one too. */
  readonly leaveSigintTo: <T>(program: Promise<T>) => Promise<T>;
}

/** The first signal lets the work unwind, the second ends the process at once. */
export function trapInterrupts(): Interrupts {
  const controller = new AbortController();
  let received: Interruption | null = null;
  let isLeftToProgram = false;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (isLeftToProgram && name === 'SIGINT') return;
      const exitCode = exitCodeOfSignal(name);
      if (received) process.exit(exitCode);
      received = { exitCode, reason: new Error(`interrupted by ${name}`) };
      controller.abort(received.reason);
    });
  }
  return {
    signal: controller.signal,
    received: () => received,
    leaveSigintTo: async (program) => {
      isLeftToProgram = true;
      return program.finally(() => (isLeftToProgram = false));
    },
  };
}
