import type { Call, Outcome, Verb } from '../call.js';
import { UsageError } from '../usage-error.js';

/** Each is loaded when it is called. */
const actions: Readonly<Record<string, { needsName?: true; load: () => Promise<Verb> }>> = {
  build: { load: async () => (await import('./image/build.js')).build },
  list: { load: async () => (await import('./image/list.js')).list },
  show: { needsName: true, load: async () => (await import('./image/show.js')).show },
  remove: { needsName: true, load: async () => (await import('./image/remove.js')).remove },
  prune: { load: async () => (await import('./image/remove.js')).prune },
};

/** Golden images, and the profiles they are made from. */
export async function image(call: Call): Promise<Outcome> {
  const [name = '', ...args] = call.args;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) throw usage(`takes one of: ${Object.keys(actions).join(', ')}`);
  if (action.needsName && args.length === 0) throw usage(`${name} takes a name`);
  if ((name === 'list' || name === 'prune') && args.length > 0)
    throw usage(`${name} takes no name`);
  return (await action.load())({ ...call, args });
}

function usage(message: string): UsageError {
  return new UsageError({ where: 'image', message, next: 'subflow image list' });
}
