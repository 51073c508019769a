// `generate` of the three-node lab as a whole process. Aim: under 3x `node -e 0`.
// Peers: set SUBFLOW_BENCH_PEERS to a directory with checkouts `topology_converter` and `netlab`
// (and `box`, python-box 7, where the distribution's is older).
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, medianOf, timeInTurn, wholeProcess } from './measure.js';
import { keepResults, timingTable } from './results.js';

const dir = mkdtempSync(join(tmpdir(), 'subflow-bench-'));
const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const peers = process.env['SUBFLOW_BENCH_PEERS'];

writeFileSync(
  join(dir, 'lab.dot'),
  `graph lab {
  "client" [function="host"]
  "router" [function="leaf"]
  "server" [function="host"]
  "client":"eth1" -- "router":"swp1"
  "client":"eth2" -- "router":"swp2"
  "router":"swp3" -- "server":"eth1"
}
`,
);
writeFileSync(
  join(dir, 'topology.yml'),
  `provider: libvirt
nodes: { client: { device: linux }, router: { device: frr }, server: { device: linux } }
links: [client-router, client-router, router-server]
`,
);

const generate = (provider: string): Command => ({
  name: `subflow generate --provider ${provider}`,
  argv: [
    ...[process.execPath, cli, 'generate'],
    ...['--provider', provider, '--out', join(dir, provider)],
  ] as [string, ...string[]],
});
const subflow = ['netns', 'virtualbox'].map(generate);
const commands: Command[] = [
  { name: 'node -e 0', argv: [process.execPath, '-e', '0'] },
  ...subflow,
];
if (peers && existsSync(join(peers, 'topology_converter'))) {
  commands.push({
    name: 'topology_converter',
    argv: ['/usr/bin/python3', './topology_converter.py', join(dir, 'lab.dot')],
    cwd: join(peers, 'topology_converter'),
  });
}
if (peers && existsSync(join(peers, 'netlab'))) {
  commands.push({
    name: 'netlab create',
    argv: ['/usr/bin/python3', join(peers, 'netlab', 'netlab'), 'create'],
    cwd: dir,
    env: { PYTHONPATH: `${join(peers, 'netlab')}:${join(peers, 'box')}` },
  });
}
const timings = await timeInTurn(commands.map(wholeProcess), 15);
const aims = subflow.map(({ name }) => {
  const ratio = medianOf(timings, name) / medianOf(timings, 'node -e 0');
  return { aim: `${name}: under 3x node -e 0`, measured: `${ratio.toFixed(2)}x`, isMet: ratio < 3 };
});
keepResults('generate', aims, [
  timingTable('Files of the three-node lab, whole process', timings, 'node -e 0'),
]);
