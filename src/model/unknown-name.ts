import type { Problem } from '../errors.js';
import { nearest } from './nearest.js';

/** The problem of a name nothing bears, with the one most likely meant. */
export function unknownName(
  where: string,
  kind: 'segment' | 'node',
  name: string,
  declared: object,
): Problem {
  const meant = nearest(name, Object.keys(declared));
  return {
    where,
    message: `there is no ${kind} "${name}"`,
    next: meant === null ? `Declare it under /${kind}s.` : `Did you mean "${meant}"?`,
  };
}
