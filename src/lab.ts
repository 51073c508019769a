import { resolve } from 'node:path';
import { LabError, type Problem } from './errors.js';
import type { Context, Driver, Snapshots, LabHandle, LabStatus } from './drive/driver.js';
import type { Drift, WriteSummary } from './drive/artifacts.js';
import type { Emit } from './model/event.js';
import type { TopologyInput } from './model/generated/topology.js';
import { parseTopology } from './model/parse.js';
import type { Finding } from './model/finding.js';
import type { Plan } from './model/plan.js';
import type { Artifact, ProviderName } from './model/provider.js';
import type { Verdict } from './model/verdict.js';
import { planLab } from './plan/plan-lab.js';
import { providerNamed, providerNames } from './providers.js';

/** What every verb of a lab takes. */
export interface VerbOptions {
  /** The lab's directory: generated files, state and evidence. Default: `.subflow/NAME` in the current directory. */
  readonly dir?: string;
  /** Stops the verb; `up` then leaves nothing behind. */
  readonly signal?: AbortSignal;
  /** Told of every step, warning and verdict. */
  readonly onEvent?: Emit;
}

export interface UpOptions extends VerbOptions {
  /** Rules of the linter whose errors the lab may have, as broken labs have on purpose. Default: none. */
  readonly allow?: readonly string[];
}

export interface VerifyOptions extends VerbOptions {
  /** Names of the experiments to run. Default: all, in the plan's order. */
  readonly experiments?: readonly string[];
}

/** A planned lab and what can be done with it. Making one touches nothing; the verbs do. */
export interface Lab {
  readonly plan: Plan;
  /** What the linter has to say, most severe first. */
  lint(): Promise<readonly Finding[]>;
  /** Writes the lab's generated files. @throws LabError `foreign-file` */
  write(dir?: string): Promise<WriteSummary>;
  /** What `write` would change. */
  check(dir?: string): Promise<Drift>;
  /**
   * Writes its files and brings the lab up.
   *
   * @throws LabError `lint-errors`, `host-unfit`, `lab-running`, `up-failed`
   */
  up(options?: UpOptions): Promise<LabHandle>;
  /** Finds the lab that another process brought up. @throws LabError `lab-not-running`, `lab-differs` */
  attach(options?: VerbOptions): Promise<LabHandle>;
  /**
   * Runs experiments on the running lab and judges their evidence.
   *
   * @throws LabError `lab-not-running`, `lab-differs`, `unknown-name`
   */
  verify(options?: VerifyOptions): Promise<readonly Verdict[]>;
  /**
   * Keeps all of the running lab's machines as they are.
   *
   * @throws LabError `not-supported`, `lab-not-running`, `unknown-name` where there is one of that name
   */
  snapshot(name: string, options?: VerbOptions): Promise<void>;
  /** Takes them back to it, whatever they run now. @throws LabError `not-supported`, `unknown-name` */
  restore(name: string, options?: VerbOptions): Promise<void>;
  /** Ends all that runs of the lab, after a crash too. Generated files and evidence stay. */
  destroy(options?: VerbOptions): Promise<void>;
  status(options?: VerbOptions): Promise<LabStatus>;
}

/**
 * Plans a topology for a provider.
 *
 * @throws LabError `topology-invalid`, `plan-impossible`, with every problem found
 */
export function labFor(topology: TopologyInput, provider: ProviderName): Lab {
  const parsed = parseTopology(topology);
  return labOf(planLab(parsed, providerNamed(provider).limits), parsed);
}

/** The lab of a plan, such as one read from a lab's directory, and of the topology where that is known. */
export function labOf(plan: Plan, topology: TopologyInput | null = null): Lab {
  const { driver } = providerNamed(plan.provider);
  const at = (dir?: string) => resolve(dir ?? `.subflow/${plan.name}`);
  const lint = async () => (await import('./lint/lint-lab.js')).lintLab(topology, plan);
  return {
    plan,
    lint,
    write: async (dir) => (await files()).writeArtifacts(at(dir), await artifactsOf(plan)),
    check: async (dir) => (await files()).checkArtifacts(at(dir), await artifactsOf(plan)),
    up: async (options = {}) => {
      (await import('./lint/refuse-errors.js')).refuseErrors(await lint(), options.allow);
      return locked(at(options.dir), (dir) => bringUp(plan, dir, contextOf(options)));
    },
    attach: async (options = {}) =>
      (await driver()).attach(plan, at(options.dir), contextOf(options)),
    verify: (options = {}) =>
      locked(at(options.dir), async (dir) => {
        const context = contextOf(options);
        const lab = await (await driver()).attach(plan, dir, context);
        const { inCLocale } = await import('./drive/in-c-locale.js');
        return (await import('./verify-lab.js')).verifyLab(
          inCLocale(lab),
          options.experiments,
          context,
        );
      }),
    snapshot: (name, options = {}) =>
      locked(at(options.dir), async (dir) =>
        snapshotsNamed(name, await driver(), plan).take(plan, dir, name, contextOf(options)),
      ),
    restore: (name, options = {}) =>
      locked(at(options.dir), async (dir) =>
        snapshotsNamed(name, await driver(), plan).restore(plan, dir, name, contextOf(options)),
      ),
    destroy: (options = {}) => destroyLab(at(options.dir), options),
    status: async (options = {}) =>
      (await driver()).status(plan, at(options.dir), contextOf(options)),
  };
}

async function bringUp(plan: Plan, dir: string, context: Context): Promise<LabHandle> {
  const driver = await providerNamed(plan.provider).driver();
  await refuseOthers(plan, dir, context);
  // A running lab keeps the files it was made from; the driver then refuses.
  const { running } = await driver.status(plan, dir, context);
  if (!running) await (await files()).writeArtifacts(dir, await artifactsOf(plan));
  return driver.up(plan, dir, context);
}

function snapshotsNamed(name: string, { snapshots }: Driver, { provider }: Plan): Snapshots {
  if (snapshots === null) throw new LabError('not-supported', [noSnapshots(provider)]);
  if (/^[A-Za-z0-9][\w.-]{0,63}$/.test(name)) return snapshots;
  throw new LabError('unknown-name', [
    {
      where: 'snapshot',
      message: `${JSON.stringify(name)} is no name of a snapshot`,
      next: 'Take up to 64 letters, digits, dots, hyphens and underscores, a letter or digit first.',
    },
  ]);
}

function noSnapshots(provider: ProviderName): Problem {
  return {
    where: `provider ${provider}`,
    message: 'keeps no snapshots: its nodes are processes, which are gone when they end',
    next: 'Make the lab anew instead, which takes a blink: `subflow recreate`; or take machines: --provider virtualbox.',
  };
}

/** One directory holds one lab, whoever brought it up. */
async function refuseOthers(plan: Plan, dir: string, context: Context): Promise<void> {
  const { providersIn } = await import('./drive/state-dir.js');
  const others = providerNames.filter(
    (name) => name !== plan.provider && providersIn(dir).includes(name),
  );
  for (const name of others) {
    const { running } = await (await providerNamed(name).driver()).status(plan, dir, context);
    if (running) throw runsOn(name, dir);
  }
}

function runsOn(provider: ProviderName, dir: string): LabError {
  return new LabError('lab-running', [
    {
      where: dir,
      message: `a lab runs here already, brought up by ${provider}`,
      next: 'Take it as it is, or run `subflow destroy` first; `subflow recreate` does both.',
    },
  ]);
}

/** Ends all that runs of the lab in a directory, whatever has become of its plan. */
export async function destroyLab(dir: string, options: VerbOptions = {}): Promise<void> {
  const { hasStateDir } = await import('./drive/state-dir.js');
  const destroy = async () => {
    for (const name of providerNames) {
      await (await providerNamed(name).driver()).destroy(dir, contextOf(options));
    }
  };
  // The lock is kept in a directory that a lab that never was has not got, nor should get.
  await (hasStateDir(dir) ? locked(dir, destroy) : destroy());
}

async function artifactsOf(plan: Plan): Promise<readonly Artifact[]> {
  const { labFiles } = await import('./render/lab-files.js');
  const render = await providerNamed(plan.provider).renderer();
  return [...labFiles(plan), ...render(plan)];
}

const files = () => import('./drive/artifacts.js');

async function locked<T>(dir: string, action: (dir: string) => Promise<T>): Promise<T> {
  const { withLabLock } = await import('./drive/lab-lock.js');
  return withLabLock(dir, () => action(dir));
}

function contextOf({ signal, onEvent }: VerbOptions): Context {
  return { signal: signal ?? new AbortController().signal, emit: onEvent ?? (() => undefined) };
}
