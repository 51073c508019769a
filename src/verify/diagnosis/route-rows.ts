import { experimentOf, filtering, grew, is } from './path-facts.js';
import type { PathSymptom } from './path-symptom.js';
import type { Row } from './row.js';
import { leadingRule } from './source-rule.js';

const wayBackLost = (it: PathSymptom) =>
  grew(it, 'server', 'IpOutNoRoutes') > 0 || grew(it, 'server', 'MPTcpExtMPJoinSynRx') > 0;

const policyRoutingOf = (it: PathSymptom) => `nodes.${experimentOf(it).client}.policyRouting`;

/** A join that does not get there and back: routes, rules, filters, cables. */
export const routeRows: readonly Row<PathSymptom>[] = [
  {
    ...{ id: 'segment-unplugged', certainty: 'certain' },
    when: is('no-way'),
    cause: ({ path: { device, address } }, words) => words['segment-unplugged'](device, address),
    mend: (it, words) => [
      { where: 'topology', line: words.plugRouter(it.path.device) },
      {
        where: 'topology',
        line: words.orWithout(`nodes.${experimentOf(it).client}.mptcp.endpoints`, it.path.address),
      },
    ],
  },
  {
    ...{ id: 'source-rule-elsewhere', certainty: 'certain' },
    when: (it) => is('misled')(it) && leadingRule(it) !== null,
    cause: (it, words) => {
      const { address, device } = it.path;
      const table = leadingRule(it)?.table ?? '';
      return words['source-rule-elsewhere']({ address, table, by: it.by, device });
    },
    mend: (it, words) => [
      { where: 'topology', line: words.leaveOut(policyRoutingOf(it)) },
      {
        where: experimentOf(it).client,
        line: `ip route replace default via GATEWAY dev ${it.path.device} table ${leadingRule(it)?.table ?? ''}`,
      },
    ],
  },
  {
    ...{ id: 'no-source-rule', certainty: 'certain' },
    when: (it) => is('misled')(it) && leadingRule(it) === null,
    cause: (it, words) => words['no-source-rule'](it.path.address, it.by, it.path.device),
    mend: (it, words) => [
      { where: 'topology', line: words.leaveOut(policyRoutingOf(it)) },
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
    cause: (it, words) =>
      words['rp-filter'](words.and(filtering(it).map((end) => experimentOf(it)[end]))),
    mend: (it) =>
      filtering(it).map((end) => ({
        where: experimentOf(it)[end],
        line: 'sysctl -w net.ipv4.conf.all.rp_filter=2',
      })),
  },
  {
    ...{ id: 'no-return-route', certainty: 'likely' },
    when: (it) => is('unanswered')(it) && filtering(it).length === 0 && wayBackLost(it),
    cause: (it, words) => words['no-return-route'].join(it.path.address, experimentOf(it).server),
    mend: (it) => [
      { where: experimentOf(it).server, line: `ip route get ${it.path.address}` },
      { where: experimentOf(it).server, line: `ip route add ${it.path.address} via GATEWAY` },
    ],
  },
  {
    ...{ id: 'path-cut', certainty: 'likely' },
    when: (it) => is('unanswered')(it) && filtering(it).length === 0 && !wayBackLost(it),
    cause: (it, words) => words['path-cut'](it.path.device, experimentOf(it).server),
    mend: (_, words) => [
      { where: words.routersOnPath, line: 'nft list ruleset' },
      {
        where: words.routersOnPath,
        line: 'sysctl net.ipv4.ip_forward net.ipv4.conf.all.rp_filter',
      },
    ],
  },
];
