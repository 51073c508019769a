import type { Plan } from '../../model/plan.js';
import { marker } from './marker.js';

const loopback = '127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n';

/** The lab's hosts(5): every node by its name, the first interface's addresses first. */
export function hostsFile(plan: Plan): string {
  const lines = plan.nodes.flatMap(({ name, interfaces }) =>
    interfaces.flatMap(({ addresses }) => addresses.map(({ address }) => `${address}\t${name}\n`)),
  );
  return (
    marker('The names of the nodes, in place of /etc/hosts inside the lab.') +
    loopback +
    lines.join('')
  );
}
