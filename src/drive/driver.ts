import type { Readable, Writable } from 'node:stream';
import type { Problem } from '../errors.js';
import type { Emit } from '../model/event.js';
import type { Plan } from '../model/plan.js';
import type { Examination } from './host-finding.js';

/** What every effect is given: when to stop and whom to tell. */
export interface Context {
  readonly signal: AbortSignal;
  readonly emit: Emit;
}

/** A program and its arguments; never a shell string. */
export type Argv = readonly [program: string, ...args: string[]];

export interface ExecOptions {
  /** Text for standard input. Default: none (closed). */
  readonly input?: string | Uint8Array;
  /** Deadline in ms. Default: none. */
  readonly timeoutMs?: number;
  /** Ends the program. */
  readonly signal?: AbortSignal;
  /** Working directory on the node, where it exists there. */
  readonly cwd?: string;
  /** Throw LabError `command-failed` on a non-zero exit. Default: true. */
  readonly check?: boolean;
}

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a program's output goes: to a pipe, to our own, or into a file of the host's, made anew. */
export type Output = 'pipe' | 'inherit' | { readonly file: string };

export interface SpawnOptions {
  /** Default: pipe. */
  readonly stdout?: Output;
  readonly stderr?: Output;
  /** `open` keeps it open and silent, as a listener needs. Default: closed. */
  readonly stdin?: 'open' | 'closed' | 'pipe' | 'inherit';
  readonly cwd?: string;
}

/** A running program on a node. It ends with the process that spawned it. */
export interface NodeProcess {
  readonly stdin: Writable | null;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** Resolves when it has ended and its files are whole; never rejects. */
  readonly exited: Promise<{ readonly exitCode: number | null; readonly signal: string | null }>;
  /** Sends the signal to the program and all it started. */
  kill(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void;
}

/** A node of a running lab. */
export interface NodeHandle {
  readonly name: string;
  /** @throws LabError `command-failed`, also where the program says more than 16 MiB */
  exec(argv: Argv, options?: ExecOptions): Promise<ExecResult>;
  spawn(argv: Argv, options?: SpawnOptions): NodeProcess;
}

/** A running lab. Disposing of it destroys it. */
export interface LabHandle extends AsyncDisposable {
  readonly plan: Plan;
  readonly dir: string;
  /** What the plan asked for and this host did not give, in plain words. */
  readonly degraded: readonly string[];
  /** @throws LabError `unknown-name` */
  node(name: string): NodeHandle;
  destroy(): Promise<void>;
}

export interface NodeStatus {
  readonly name: string;
  readonly running: boolean;
}

export interface LabStatus {
  readonly running: boolean;
  readonly nodes: readonly NodeStatus[];
  /** What the plan asked for and the running lab has not got, in plain words. Default: nothing. */
  readonly degraded?: readonly string[];
}

/** Keeps all machines of a lab as they are, under a name, and takes them back to that. */
export interface Snapshots {
  /** @throws LabError `lab-not-running`, `unknown-name` where the name is taken */
  take(plan: Plan, dir: string, name: string, context: Context): Promise<void>;
  /** @throws LabError `unknown-name`, `up-failed` */
  restore(plan: Plan, dir: string, name: string, context: Context): Promise<void>;
}

/** Brings plans of one provider to life. Stateless: what it must remember is in the lab's directory. */
export interface Driver {
  /** Whether this host can run the plan (or any plan); empty when it can. */
  probe(plan: Plan | null, context: Context): Promise<readonly Problem[]>;
  /** All that can be said of this host, with the plan in mind; what blocks is what `probe` finds. */
  examine(plan: Plan | null, context: Context): Promise<Examination>;
  /** Brings the lab up from the artifacts in `dir`. Leaves nothing behind when it fails or is aborted. */
  up(plan: Plan, dir: string, context: Context): Promise<LabHandle>;
  /** Finds the running lab of `dir`. @throws LabError `lab-not-running`, `lab-differs` */
  attach(plan: Plan, dir: string, context: Context): Promise<LabHandle>;
  /** Ends whatever runs of the lab; needs no handle and no artifacts, works after a crash, and twice. */
  destroy(dir: string, context: Context): Promise<void>;
  status(plan: Plan, dir: string, context: Context): Promise<LabStatus>;
  /** Null where nodes are processes, which nothing keeps. */
  readonly snapshots: Snapshots | null;
}
