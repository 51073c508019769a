import type { PlannedExperiment } from '../../../model/plan.js';
import { hasDebugSymbols, roomMib } from '../../../model/planned-image.js';
import { imageOf } from '../../image-of.js';
import { isOlder } from '../../is-older.js';
import type { Rule } from '../../rule.js';

const tcpdumpSince = '4.99';
const iperf3Since = '3.19';

export const tcpdumpTooOld: Rule = {
  id: 'image/tcpdump-too-old',
  severity: 'advice',
  summary: 'an image whose tcpdump cannot read MPTCP v1',
  check: ({ plan }) =>
    plan.images.flatMap(({ name, tools: { tcpdump } }) => {
      if (tcpdump === undefined || !isOlder(tcpdump, tcpdumpSince)) return [];
      return {
        at: ['images', name],
        message: `${name} has tcpdump ${tcpdump}, and MPTCP v1 (RFC 8684) is read from ${tcpdumpSince} on`,
        consequence:
          'Whoever runs tcpdump there sees "mptcp unknown"; captures are right all the same.',
        mend: 'Take an image of a newer release, or read captures with `subflow analyze`.',
      };
    }),
};

export const iperf3WithoutMptcp: Rule = {
  id: 'image/iperf3-without-mptcp',
  severity: 'error',
  summary: 'iperf3 told to use MPTCP, in an image whose iperf3 cannot',
  check: (context) =>
    context.plan.experiments.flatMap((experiment, index) =>
      (['client', 'server'] as const)
        .filter((end) => asksIperf3(experiment, end))
        .flatMap((end) => {
          const node = context.nodes.get(experiment[end]);
          const version = node && imageOf(context, node)?.tools['iperf3'];
          if (version === undefined || !isOlder(version, iperf3Since)) return [];
          return {
            at: ['experiments', index, 'programs', end],
            message: `${node?.name ?? end} has iperf3 ${version}, and --mptcp came with ${iperf3Since}`,
            consequence: 'iperf3 prints its usage and ends: the verdict is inconclusive.',
            mend: `Leave -m and --mptcp out, and forcing.${end} to mptcpize, or take an image with a newer iperf3.`,
          };
        }),
    ),
};

function asksIperf3({ programs }: PlannedExperiment, end: 'client' | 'server'): boolean {
  const [program = '', ...options] = programs[end] ?? [];
  return /(^|\/)iperf3$/.test(program) && options.some((it) => it === '-m' || it === '--mptcp');
}

export const diskTooSmall: Rule = {
  id: 'image/disk-too-small',
  severity: 'error',
  summary: "a disk on which the kernel's debug symbols have no room",
  check: ({ plan }) =>
    plan.images.flatMap((image) => {
      const neededGb = roomMib(image) / 1024;
      if (!hasDebugSymbols(image) || image.diskGb === null || image.diskGb >= neededGb) return [];
      return {
        at: ['images', image.name, 'diskGb'],
        message: `the disk of ${image.name} has ${image.diskGb} GB, with debug symbols it takes ${neededGb}`,
        consequence: 'apt ends with "No space left on device" while the image is built.',
        mend: `Set diskGb to ${neededGb} or more, or leave it out.`,
      };
    }),
};
