import type { Evidence } from '../../model/evidence.js';
import type { PlannedExperiment } from '../../model/plan.js';
import type { Context, LabHandle } from '../driver.js';
import { freshEvidenceDir, saveEvidence } from '../evidence.js';
import { whileCapturing } from './capture.js';
import { readCounters } from './counters.js';
import { readEnvironment } from './environment.js';
import { readInterfaceBytes, pairInterfaceBytes } from './interface-bytes.js';
import { whileTellingRates } from './path-rates.js';
import { programsOf } from './programs.js';
import type { Run } from './run.js';
import { settledFor } from './settle-mptcp.js';
import { readSettings } from './settings.js';
import { runTransfer } from './transfer.js';

/**
 * Runs an experiment on a running lab and leaves its evidence in `evidence/NAME` of the lab's
 * directory, in place of an earlier run's. Client and server have the plan's MPTCP state afterwards.
 *
 * @returns the evidence directory
 * @throws LabError `foreign-file` when something else is in the evidence's place, `command-failed` when the lab does not let itself be measured; programs in
 *   trouble are evidence, not errors
 */
export async function runExperiment(
  lab: LabHandle,
  experiment: PlannedExperiment,
  context: Context,
): Promise<string> {
  const dir = await freshEvidenceDir(lab.dir, experiment.name);
  const run: Run = { lab, experiment, dir, context };
  context.emit({
    type: 'experiment-started',
    experiment: experiment.name,
    seconds: experiment.kind === 'multi-subflow' ? experiment.seconds : 0,
  });
  await settledFor(run, async () => saveEvidence(dir, await record(run)));
  return dir;
}

async function record(run: Run): Promise<Omit<Evidence, 'files'>> {
  const { lab, experiment } = run;
  const environment = await readEnvironment(run);
  const settings = await settingsOf(run);
  const before = await measure(run);
  const { result: programs, captures } = await whileCapturing(run, () =>
    whileTellingRates(run, () => runTransfer(run, programsOf(run, environment))),
  );
  const after = await measure(run);
  return {
    schemaVersion: 1,
    lab: lab.plan.name,
    experiment,
    programs,
    captures,
    counters: {
      client: { before: before.client, after: after.client },
      server: { before: before.server, after: after.server },
    },
    settings,
    interfaces: pairInterfaceBytes(before.interfaces, after.interfaces),
    environment,
  };
}

async function settingsOf({ lab, experiment, context: { signal } }: Run) {
  const [client, server] = [lab.node(experiment.client), lab.node(experiment.server)];
  return {
    client: await readSettings(client, signal),
    server: await readSettings(server, signal),
  };
}

async function measure({ lab, experiment, context: { signal } }: Run) {
  const [client, server] = [lab.node(experiment.client), lab.node(experiment.server)];
  return {
    client: await readCounters(client, signal),
    server: await readCounters(server, signal),
    interfaces: [
      ...(await readInterfaceBytes(client, signal)),
      ...(await readInterfaceBytes(server, signal)),
    ],
  };
}
