import { showBytes } from '../figures.js';
import type { Words } from '../words/words.js';
import { shapers } from './labels.js';
import type { Link, LinkEnd, Picture } from './links.js';

export function linkHead({ columns }: Words): string[] {
  const { link, ends, subnets, shaping, state, toServer, toClient } = columns;
  return [link, ends, subnets, shaping, state, toServer, toClient];
}

/** The picture as rows: a link's ends, rates and what it carried. */
export function linkRows({ links }: Picture, words: Words): string[][] {
  return links.map((link) => {
    const { segment, from, to, traffic } = link;
    const isMeasured = traffic !== null && traffic.state !== 'unmeasured';
    return [
      segment.name,
      `${endText(from)} – ${endText(to)}`,
      segment.subnets.join(', '),
      shapers([from.nic, to.nic]).join('; '),
      stateText(link, words),
      isMeasured ? showBytes(traffic.toServerBytes) : '',
      isMeasured ? showBytes(traffic.toClientBytes) : '',
    ];
  });
}

function stateText({ traffic, strays }: Link, { link }: Words): string {
  const state = traffic === null ? [] : [link[traffic.state]];
  return [...state, ...strays.map(link.stray)].join('; ');
}

function endText({ name, nic }: LinkEnd): string {
  const addresses = nic?.addresses.map(({ address }) => address) ?? [];
  return [name, ...(nic ? [nic.device] : []), ...addresses].join(' ');
}
