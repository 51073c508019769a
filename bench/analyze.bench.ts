// `subflow analyze` on a capture of an MPTCP transfer over two paths that this makes itself, beside tshark,
// tcpdump and sha256sum, by CPU time (user and system), which load on the machine changes least.
// Aims: 20x tshark, 8x tcpdump, within 4x of sha256sum, under 150 MB whatever the file's size; on a small file
// under 3x `node -e 0`.
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyzeCaptures } from 'subflow';
import { captureTransfer } from './big-capture.js';
import { headOf, repeated } from './capture-file.js';
import { costOf, costsInTurn, type Argv, type Cost } from './cost.js';
import { keepResults, table, type Aim } from './results.js';

/** It gets slower and larger with the file, so a part is in its favour. */
const tsharkPackets = 200_000;
const fields = [
  ...['frame.number', 'tcp.options.mptcp.subtype', 'mptcp.stream', 'mptcp.dsn', 'tcp.len'],
].flatMap((field) => ['-e', field]);
const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const subflow = (file: string): Argv => [process.execPath, cli, 'analyze', file, '--json'];
const costHead = ['wall s', 'CPU s', 'peak MB'];

const dir = mkdtempSync(join(tmpdir(), 'subflow-bench-'));
try {
  const file = join(dir, 'two-paths.pcap');
  await captureTransfer(file);
  const packets = await packetsOf(file);
  const [speed, start, memory] = [speeds(file, packets), startUp(file), sizes(file)];
  keepResults(
    'analyze',
    [...speed.aims, ...start.aims, ...memory.aims],
    [speed.table, start.table, memory.table],
  );
} finally {
  rmSync(dir, { recursive: true });
}

/** Packets a second of CPU time. */
function speeds(file: string, packets: number): Part {
  const { ours, tcpdump, sha } = costsInTurn(
    { ours: subflow(file), tcpdump: ['tcpdump', '-nr', file], sha: ['sha256sum', file] },
    3,
  );
  const part: Argv = ['tshark', '-n', '-r', file, '-c', String(tsharkPackets), '-T', 'fields'];
  const tshark = costOf([...part, ...fields]);
  const rates = [ours, tshark, tcpdump, sha].map(({ cpuMs }, index) =>
    Math.round(((index === 1 ? tsharkPackets : packets) / cpuMs) * 1000),
  ) as [number, number, number, number];
  const [own, ...others] = rates;
  const [toTshark, toTcpdump, toSha] = others.map((rate) => own / rate) as [number, number, number];
  const names = ['subflow analyze', 'tshark -T fields', 'tcpdump -nr', 'sha256sum'];
  const counts = [packets, tsharkPackets, packets, packets];
  return {
    aims: [
      atLeast('packets a second, of tshark', toTshark, 20),
      atLeast('packets a second, of tcpdump', toTcpdump, 8),
      atMost('CPU time, of sha256sum', 1 / toSha, 4),
      { aim: 'on 2 million packets', measured: String(packets), isMet: packets >= 2_000_000 },
    ],
    table: table(
      `${packets} packets, ${megabytesOf(file)} MB; tshark the first ${tsharkPackets} packets`,
      ['', 'packets', 'packets / CPU s', ...costHead],
      [ours, tshark, tcpdump, sha].map((cost, index) => [
        ...[names[index]!, String(counts[index]), String(rates[index]), ...costCells(cost)],
      ]),
    ),
  };
}

function startUp(file: string): Part {
  const { ours, node } = costsInTurn(
    { ours: subflow(headOf(file, 20_000)), node: [process.execPath, '-e', '0'] },
    9,
  );
  return {
    aims: [atMost('CPU time on a small file, of node -e 0', ours.cpuMs / node.cpuMs, 3)],
    table: table(
      'A capture of 20 kB',
      ['', ...costHead],
      [
        ['subflow analyze', ...costCells(ours)],
        ['node -e 0', ...costCells(node)],
      ],
    ),
  };
}

/** The largest is the same packets over and over, as captured again on the same interface. */
function sizes(file: string): Part {
  const files = [headOf(file, 10_000_000), file, repeated(file, 1_000_000_000)];
  const costs = files.map((it) => costOf(subflow(it)));
  const [least, most] = [Math.min, Math.max].map((of) =>
    of(...costs.map(({ maxMegabytes }) => maxMegabytes)),
  ) as [number, number];
  const measured = `${least.toFixed(0)} to ${most.toFixed(0)} MB`;
  return {
    aims: [
      { aim: 'memory under 150 MB, from 10 MB to 1 GB of capture', measured, isMet: most < 150 },
      atMost(
        'memory at 1 GB, of that at 10 MB',
        costs[2]!.maxMegabytes / costs[0]!.maxMegabytes,
        1.2,
      ),
    ],
    table: table(
      'Memory by the size of the capture',
      ['', ...costHead],
      files.map((it, index) => [`${megabytesOf(it)} MB`, ...costCells(costs[index]!)]),
    ),
  };
}

interface Part {
  readonly aims: readonly Aim[];
  readonly table: string;
}

function atLeast(what: string, ratio: number, aim: number): Aim {
  return { aim: `${aim} times the ${what}`, measured: ratio.toFixed(1), isMet: ratio >= aim };
}

function atMost(what: string, ratio: number, aim: number): Aim {
  return { aim: `${what}: at most ${aim} times`, measured: ratio.toFixed(2), isMet: ratio <= aim };
}

function costCells({ wallMs, cpuMs, maxMegabytes }: Cost): string[] {
  return [(wallMs / 1000).toFixed(2), (cpuMs / 1000).toFixed(2), maxMegabytes.toFixed(0)];
}

function megabytesOf(file: string): string {
  return (statSync(file).size / 1e6).toFixed(0);
}

async function packetsOf(file: string): Promise<number> {
  const { captures } = await analyzeCaptures([{ name: file, chunks: createReadStream(file) }]);
  return captures[0]!.packets;
}
