import type { Argv, NodeHandle, NodeProcess, Output } from '../drive/driver.js';
import { endProcess } from '../drive/experiment/end-process.js';
import type { Call } from './call.js';
import { exitCodeOfSignal } from './exit-code.js';
import { findLab } from './find-lab.js';

/** A node of the running lab that is found on disk. @throws LabError `lab-not-running`, `unknown-name` */
export async function findNode(call: Call, name: string): Promise<NodeHandle> {
  const { dir, lab } = await findLab(call);
  const handle = await lab.attach({ dir, signal: call.signal });
  return handle.node(name);
}

/** Runs a program with our standard streams. Answers its exit code, as a shell would. */
export async function runHere(node: NodeHandle, argv: Argv, call: Call): Promise<number> {
  call.signal.throwIfAborted();
  if (process.stdin.isTTY) {
    return call.leaveSigintTo(exitCodeOf(node.spawn(argv, { ...ours, stdin: 'inherit' })));
  }
  const program = node.spawn(argv, { ...ours, stdin: 'pipe' });
  if (program.stdin) {
    // It may end without reading all we have for it.
    program.stdin.on('error', () => undefined);
    process.stdin.pipe(program.stdin);
  }
  // What an interrupt means is the program's business; the second one ends us, and us it.
  call.signal.addEventListener('abort', () => program.kill('SIGINT'), { once: true });
  const exitCode = await exitCodeOf(program);
  process.stdin.destroy();
  return exitCode;
}

/** Runs a program that reads nothing until we are interrupted; then it has to end. */
export function runApart(
  node: NodeHandle,
  argv: Argv,
  { signal, stdout }: { readonly signal: AbortSignal; readonly stdout: Output },
): Promise<number> {
  signal.throwIfAborted();
  const program = node.spawn(argv, { stderr: 'inherit', stdout });
  signal.addEventListener('abort', () => void endProcess(program, 'SIGINT'), { once: true });
  return exitCodeOf(program);
}

const ours = { stdout: 'inherit', stderr: 'inherit' } as const;

async function exitCodeOf(program: NodeProcess): Promise<number> {
  const { exitCode, signal } = await program.exited;
  return exitCode ?? exitCodeOfSignal((signal ?? 'SIGKILL') as NodeJS.Signals);
}
