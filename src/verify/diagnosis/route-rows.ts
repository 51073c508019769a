import { experimentOf, filtering, grew, is } from './path-facts.js';
import type { PathSymptom } from './path-symptom.js';
import type { Row } from './row.js';
import { leadingRule } from './source-rule.js';

const wayBackLost = (it: PathSymptom) =>
  grew(it, 'server', 'IpOutNoRoutes') > 0 || grew(it, 'server', 'MPTcpExtMPJoinSynRx') > 0;

/** A join that does not get there and back: routes, rules, filters, cables. */
export const routeRows: readonly Row<PathSymptom>[] = [
  {
    ...{ id: 'segment-unplugged', certainty: 'certain' },
    when: is('no-way'),
    cause: ({ path: { device, address } }) =>
      `No segment or router leads from ${device} (${address}) to the server.`,
    mend: (it) => [
      {
        where: 'topology',
        line: `plug a router into the segment of ${it.path.device}: nodes.ROUTER.interfaces`,
      },
      {
        where: 'topology',
        line: `or list nodes.${experimentOf(it).client}.mptcp.endpoints without ${it.path.address}`,
      },
    ],
  },
  {
    ...{ id: 'source-rule-elsewhere', certainty: 'certain' },
    when: (it) => is('misled')(it) && leadingRule(it) !== null,
    cause: (it) =>
      `The policy rule for ${it.path.address} looks up table ${leadingRule(it)?.table ?? ''}, and its packets leave by ${it.by ?? 'no device'} instead of ${it.path.device}.`,
    mend: (it) => [
      {
        where: 'topology',
        line: `nodes.${experimentOf(it).client}.policyRouting: leave it out, and it is computed`,
      },
      {
        where: experimentOf(it).client,
        line: `ip route replace default via GATEWAY dev ${it.path.device} table ${leadingRule(it)?.table ?? ''}`,
      },
    ],
  },
  {
    ...{ id: 'no-source-rule', certainty: 'certain' },
    when: (it) => is('misled')(it) && leadingRule(it) === null,
    cause: (it) =>
      `There is no policy rule for the source address ${it.path.address} and its endpoint names no device, so its packets leave by ${it.by ?? 'no device'} instead of ${it.path.device}.`,
    mend: (it) => [
      {
        where: 'topology',
        line: `nodes.${experimentOf(it).client}.policyRouting: leave it out, and it is computed`,
      },
      { where: experimentOf(it).client, line: `ip rule add from ${it.path.address} table 100` },
      {
        where: experimentOf(it).client,
        line: `ip route add default via GATEWAY dev ${it.path.device} table 100`,
      },
    ],
  },
  {
    ...{ id: 'rp-filter', certainty: 'certain' },
    when: (it) => is('unanswered', 'not-completed', 'starved')(it) && filtering(it).length > 0,
    cause: (it) =>
      `A strict reverse path filter dropped packets on ${filtering(it)
        .map((end) => experimentOf(it)[end])
        .join(' and ')} (IPReversePathFilter grew): its route back leads by another interface.`,
    mend: (it) =>
      filtering(it).map((end) => ({
        where: experimentOf(it)[end],
        line: 'sysctl -w net.ipv4.conf.all.rp_filter=2',
      })),
  },
  {
    ...{ id: 'no-return-route', certainty: 'likely' },
    when: (it) => is('unanswered')(it) && filtering(it).length === 0 && wayBackLost(it),
    cause: (it) =>
      `The join from ${it.path.address} reached ${experimentOf(it).server} and the answer did not come back: it has no route to that network, or a router on the way back has none.`,
    mend: (it) => [
      { where: experimentOf(it).server, line: `ip route get ${it.path.address}` },
      { where: experimentOf(it).server, line: `ip route add ${it.path.address} via GATEWAY` },
    ],
  },
  {
    ...{ id: 'path-cut', certainty: 'likely' },
    when: (it) => is('unanswered')(it) && filtering(it).length === 0 && !wayBackLost(it),
    cause: (it) =>
      `The join left by ${it.path.device} and never reached ${experimentOf(it).server}: the path is cut, a firewall drops it, or a router does not forward or filters by reverse path.`,
    mend: () => [
      { where: 'routers on the path', line: 'nft list ruleset' },
      {
        where: 'routers on the path',
        line: 'sysctl net.ipv4.ip_forward net.ipv4.conf.all.rp_filter',
      },
    ],
  },
];
