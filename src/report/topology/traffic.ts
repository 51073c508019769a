import type { InterfaceBytes } from '../../model/evidence.js';
import type { PlannedExperiment } from '../../model/plan.js';
import type { ReportRun } from '../report-input.js';
import { nodeId, type Link, type LinkEnd } from './links.js';
import { straysOn } from './strays.js';

/** Of the busiest link's bytes; a link below it carried next to nothing. */
const idleLoad = 0.01;

/** Links with what they carried while the experiment ran. */
export function withTraffic(links: readonly Link[], run: ReportRun): Link[] {
  const { evidence, transfer } = run;
  const { experiment, interfaces } = evidence;
  const counted = links.map((link) => ({ link, bytes: bytesOn(link, interfaces) }));
  const most = Math.max(1, ...counted.map(({ bytes }) => bytes?.toServer ?? 0));
  return counted.map(({ link, bytes }): Link => {
    const here = [link.from, link.to].find(({ name }) => name === experiment.client)?.nic;
    const strays = here ? straysOn(here.device, experiment, transfer) : [];
    if (bytes === null) return { ...link, strays, traffic: unmeasured };
    const [toServerBytes, toClientBytes] = [bytes.toServer, bytes.toClient];
    const load = toServerBytes / most;
    const state = load >= idleLoad ? 'busy' : isSpare(link, experiment) ? 'spare' : 'idle';
    return { ...link, strays, traffic: { state, toServerBytes, toClientBytes, load } };
  });
}

/** Whether the experiment means a link to carry nothing: a backup, and all but one path of a single subflow's. */
function isSpare({ path }: Link, { kind, paths }: PlannedExperiment): boolean {
  return kind === 'single-subflow' ? path !== 0 : paths[path ?? -1]?.expects === 'backup';
}

const unmeasured = { state: 'unmeasured', toServerBytes: 0, toClientBytes: 0, load: 0 } as const;

/** What the interface of either end counted. */
function bytesOn({ from, to }: Link, counts: readonly InterfaceBytes[]) {
  const sent = countOf(from, counts);
  if (sent) return { toServer: sent.tx, toClient: sent.rx };
  const received = countOf(to, counts);
  return received ? { toServer: received.rx, toClient: received.tx } : null;
}

function countOf({ vertex, nic }: LinkEnd, counts: readonly InterfaceBytes[]) {
  const count = counts.find(
    ({ node, device }) => nodeId(node) === vertex && device === nic?.device,
  );
  return (
    count && {
      tx: count.txBytesAfter - count.txBytesBefore,
      rx: count.rxBytesAfter - count.rxBytesBefore,
    }
  );
}
