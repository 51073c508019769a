import { openTopologyFile, type TopologyFile } from '../../drive/topology-file.js';
import type { Finding } from '../../model/finding.js';
import { rules } from '../../lint/rules.js';
import { sarif } from '../../render/sarif.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { openLab } from '../open-lab.js';
import { packageVersion } from '../package-version.js';
import { countFindings, showFinding } from '../show-finding.js';
import { UsageError } from '../usage-error.js';

/** Tells what is wrong with a lab before anything boots; with `--fix` mends what is safe to mend. */
export async function lint(call: Call): Promise<Outcome> {
  const { args, options } = call;
  const [file = null] = args;
  const source = file === null ? null : await openTopologyFile(file);
  const lab = await openLab(file ?? undefined, options);
  const findings = await lab.lint();
  if (!options.fix) return outcomeOf(findings, { file, source }, { call, fixed: [] });
  const fixed = findings.filter(({ mend }) => mend.safe);
  if (source === null) throw unfixable(file);
  if (fixed.length > 0) await source.change(fixed.flatMap(({ mend }) => mend.changes));
  const left = await (await openLab(file ?? undefined, options)).lint();
  return outcomeOf(left, { file, source: await openTopologyFile(file ?? '') }, { call, fixed });
}

interface Origin {
  readonly file: string | null;
  readonly source: TopologyFile | null;
}

interface Presentation {
  readonly call: Call;
  readonly fixed: readonly Finding[];
}

function outcomeOf(
  findings: readonly Finding[],
  { file, source }: Origin,
  { call: { options, terminal }, fixed }: Presentation,
): Outcome {
  const lineOf = ({ where }: Finding) => source?.lineOf(where) ?? 1;
  const placeOf = (finding: Finding) =>
    source === null ? `${file ?? 'original'}${finding.where}` : `${file ?? ''}:${lineOf(finding)}`;
  const failed = findings.some(({ severity }) => severity === 'error');
  const exitCode = failed ? exitCodes.failed : exitCodes.ok;
  if (options.sarif) {
    const log = sarif(findings, { version: packageVersion(), rules, file, lineOf });
    return { exitCode, text: `${JSON.stringify(log, null, 2)}\n`, document: log };
  }
  const text = [
    ...fixed.map(({ rule, path }) => `mended ${path}  [${rule}]`),
    ...findings.map((finding) => showFinding(finding, placeOf(finding), terminal)),
    countFindings(findings),
  ];
  return { exitCode, text: `${text.join('\n')}\n`, document: { file, findings, fixed } };
}

function unfixable(file: string | null): UsageError {
  return new UsageError({
    where: '--fix',
    message: file === null ? 'there is no file to change' : `${file} is a program`,
    next: 'Name a .json, .yaml or .yml; `subflow lint --json` prints the changes for any other.',
  });
}
