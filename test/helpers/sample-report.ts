import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { runOf } from '../../src/report-lab.js';
import type { ReportInput } from '../../src/report/report-input.js';
import { evidenceOf, experiment, path, settingsOf } from '../unit/verify/evidence.js';

const { plan } = buildLab(mptcpLab(), { provider: 'netns' });

const counted = (device: string, sent: number) => ({
  ...{ node: 'client', device, txBytesBefore: 0, txBytesAfter: sent },
  ...{ rxBytesBefore: 0, rxBytesAfter: 9000 },
});

/** A report of a run that passed and of the worst mistake: a join that leaves by the first interface. */
export function sampleReport(): ReportInput {
  const good = evidenceOf({ interfaces: [counted('enp0s3', 160_000), counted('enp0s8', 250_000)] });
  const paths = [path('enp0s3', '192.168.10.20'), path('enp0s9', '192.168.20.20')];
  const bad = evidenceOf({
    experiment: { ...experiment, name: '<b>"misled"</b> & co', paths },
    settings: settingsOf({ sourceRules: [] }),
    interfaces: [counted('enp0s3', 410_000), counted('enp0s8', 0)],
  });
  const runs = [good, bad].map(runOf);
  return { plan, runs, withoutEvidence: [] };
}
