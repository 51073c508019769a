import { join } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Drift, DriftedFile, WriteSummary } from '../../drive/artifacts.js';
import { refuseErrors } from '../../lint/refuse-errors.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { openLab } from '../open-lab.js';

/** Writes the lab's generated files, or with `--check` tells what that would change. */
export async function generate(call: Call): Promise<Outcome> {
  const { args, options } = call;
  const lab = await openLab(args[0], options);
  const dir = options.out ?? lab.plan.name;
  if (!options.check) refuseErrors(await lab.lint(), options.allow);
  return options.check ? drifted(dir, await lab.check(dir)) : wrote(dir, await lab.write(dir));
}

function wrote(dir: string, { created, changed, unchanged, removed }: WriteSummary): Outcome {
  const lines = [
    ...created.map((path) => `created ${join(dir, path)}`),
    ...changed.map((path) => `changed ${join(dir, path)}`),
    ...removed.map((path) => `removed ${join(dir, path)}`),
    `${dir}: ${created.length} created, ${changed.length} changed, ${removed.length} removed, ${unchanged.length} unchanged`,
  ];
  const document = { dir, created, changed, removed, unchanged };
  return { exitCode: exitCodes.ok, text: lines.join('\n') + '\n', document };
}

function drifted(dir: string, drift: Drift): Outcome {
  const document = { dir, drift };
  if (drift.length === 0) {
    return { exitCode: exitCodes.ok, text: `${dir} is up to date\n`, document };
  }
  return {
    exitCode: exitCodes.failed,
    text: drift.map((file) => patchOf(dir, file)).join(''),
    document,
  };
}

/** A heading, and what `patch` would have to be fed. */
function patchOf(dir: string, { path, action, actual, expected }: DriftedFile): string {
  const heading = `${action} ${join(dir, path)}\n`;
  if (expected === null) return heading;
  const before = actual === null ? '/dev/null' : path;
  const headers = { headerOptions: FILE_HEADERS_ONLY };
  return (
    heading +
    createTwoFilesPatch(before, path, actual ?? '', expected, undefined, undefined, headers)
  );
}
