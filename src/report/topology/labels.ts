import type { PlannedInterface, Shaper } from '../../model/plan.js';
import { showBytes, showRate } from '../figures.js';
import type { Words } from '../words/words.js';
import type { Link, Vertex } from './links.js';

/** A line of text in the picture; `plain` is the weight of most. */
export interface Line {
  readonly text: string;
  readonly style: 'strong' | 'plain' | 'quiet' | 'alarm';
}

/** What is written on a link: name, subnets, what its ends do to packets, what it carried. */
export function linkLines({ segment, from, to, traffic, strays }: Link, words: Words): Line[] {
  const lines: Line[] = [{ text: segment.name, style: 'strong' }];
  lines.push({ text: segment.subnets.join(', '), style: 'quiet' });
  const effects = shapers([from.nic, to.nic]);
  if (effects.length > 0) lines.push({ text: effects.join('; '), style: 'plain' });
  if (traffic) lines.push(...trafficLines(traffic, words));
  const alarms = strays.map((it) => ({ text: words.link.stray(it), style: 'alarm' as const }));
  return [...lines, ...alarms];
}

function trafficLines(traffic: NonNullable<Link['traffic']>, { link }: Words): Line[] {
  if (traffic.state === 'unmeasured') return [{ text: link.unmeasured, style: 'quiet' }];
  const carried = `→ ${showBytes(traffic.toServerBytes)}   ← ${showBytes(traffic.toClientBytes)}`;
  if (traffic.state === 'busy') return [{ text: carried, style: 'strong' }];
  const style = traffic.state === 'idle' ? 'alarm' : 'quiet';
  return [
    { text: link[traffic.state], style },
    { text: carried, style: 'plain' },
  ];
}

/** What the ends' egress does; once where both do the same. */
export function shapers(nics: readonly (PlannedInterface | null)[]): string[] {
  const texts = nics.flatMap((nic) => (nic?.shaper ? showShaper(nic.shaper) : []));
  return [...new Set(texts)];
}

function showShaper({ rate, netem }: Shaper): string {
  return [
    ...(rate ? [showRate(rate.rateMbit)] : []),
    ...(netem && netem.delayMs > 0 ? [`${netem.delayMs} ms`] : []),
    ...(netem && netem.lossPercent > 0 ? [`${netem.lossPercent} % loss`] : []),
  ].join(', ');
}

/** A vertex' heading. */
export function headings(vertex: Vertex, words: Words): Line[] {
  if (vertex.kind === 'segment') {
    const { name, subnets } = vertex.segment;
    return [
      { text: name, style: 'strong' },
      { text: subnets.join(', '), style: 'quiet' },
    ];
  }
  const { name, role } = vertex.node;
  return [
    { text: name, style: 'strong' },
    { text: words.role[role], style: 'quiet' },
  ];
}

export function portText({ device, addresses }: PlannedInterface): string {
  return [device, ...addresses.map(({ address }) => address)].join('  ');
}
