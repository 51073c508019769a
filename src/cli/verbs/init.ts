import { scaffoldProject } from '../../drive/scaffold-project.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { packageVersion } from '../package-version.js';

/** Adds a lab to a user's project and says what it did. */
export async function init({ args }: Call): Promise<Outcome> {
  const dir = args[0] ?? '.';
  const done = await scaffoldProject(dir, packageVersion());
  const next = [
    ...(dir === '.' ? [] : [`cd ${JSON.stringify(dir)}`]),
    'npm install',
    'npm run lab:recreate',
  ];
  const lines = [...done, `  -> ${next.join(' && ')}`];
  return { exitCode: exitCodes.ok, text: lines.join('\n') + '\n', document: { dir, done } };
}
