import { experimentPort } from '../../model/experiment-port.js';
import type { PlannedExperiment } from '../../model/plan.js';
import type { Argv } from '../driver.js';

/** The user's own program, with the server's address and port in their places; null where there is none. */
export function ownArgv(
  given: readonly string[] | null,
  { kind, serverAddress }: PlannedExperiment,
): Argv | null {
  const [program, ...args] = (given ?? []).map((argument) =>
    argument.replaceAll('{address}', serverAddress).replaceAll('{port}', `${experimentPort[kind]}`),
  );
  return program === undefined ? null : [program, ...args];
}
