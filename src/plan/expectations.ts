import type { PlannedExperiment } from '../model/plan.js';
import type { Endpoints } from './endpoints.js';

/** A path whose endpoint is a backup carries nothing while the others work. */
export function expectOfPaths(
  experiment: PlannedExperiment,
  endpoints: Endpoints,
): PlannedExperiment {
  const backups = new Set(
    (endpoints.get(experiment.client) ?? [])
      .filter(({ flags }) => flags.includes('backup'))
      .map(({ address }) => address),
  );
  const paths = experiment.paths.map((path) => ({
    ...path,
    expects: backups.has(path.address) ? ('backup' as const) : path.expects,
  }));
  return { ...experiment, paths };
}
