// `subflow analyze` on a capture of an MPTCP transfer over two paths that this makes itself, beside tshark,
// tcpdump and sha256sum, by CPU time (user and system), which load on the machine changes least.
// Aims: 20x tshark, 8x tcpdump, within 4x of sha256sum, under 150 MB whatever the file's size; on a small file
// under 3x `node -e 0`.
import { createReadStream, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyzeCaptures } from 'subflow';
import { captureTransfer } from './big-capture.js';
import { costOf, type Cost } from './cost.js';

const runs = 3;
/** It gets slower and larger with the file, so a part is in its favour. */
const tsharkPackets = 200_000;
const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const subflow = (file: string) => [process.execPath, cli, 'analyze', file, '--json'] as const;
const fields = [
  'frame.number',
  'tcp.options.mptcp.subtype',
  'mptcp.stream',
  'mptcp.dsn',
  'tcp.len',
];

const dir = mkdtempSync(join(tmpdir(), 'subflow-bench-'));
try {
  const file = join(dir, 'two-paths.pcap');
  await captureTransfer(file);
  const { packets, bytes } = await summaryOf(file);
  const [tenMegabytes, small] = [head(file, 10_000_000), head(file, 20_000)];
  const tshark = ['tshark', '-n', '-r', file, '-c', String(tsharkPackets), '-T', 'fields'] as const;
  const asked = fields.flatMap((field) => ['-e', field]);
  const ours = median(subflow(file));
  const rows = [
    row('subflow analyze', packets, ours),
    row('sha256sum', packets, median(['sha256sum', file])),
    row('tcpdump -nr', packets, median(['tcpdump', '-nr', file])),
    row(`tshark -T fields, ${tsharkPackets} packets`, tsharkPackets, costOf([...tshark, ...asked])),
  ];
  const startUp = median(subflow(small)).cpuMs / median([process.execPath, '-e', '0']).cpuMs;
  const smallRss = median(subflow(tenMegabytes)).maxMegabytes;
  console.table(rows);
  const result = { packets, bytes, rows, startUpToNode: round(startUp), megabytesAt10MB: smallRss };
  console.log(result);
  const target = new URL('results/analyze.json', import.meta.url);
  writeFileSync(target, JSON.stringify(result, null, 2) + '\n');
} finally {
  rmSync(dir, { recursive: true });
}

function row(name: string, packets: number, { cpuMs, maxMegabytes }: Cost) {
  const packetsPerSecond = Math.round((packets / cpuMs) * 1000);
  return { name, cpuMs: Math.round(cpuMs), packetsPerSecond, maxMegabytes: round(maxMegabytes) };
}

function median(argv: readonly [string, ...string[]]): Cost {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run += 1) costs.push(costOf(argv));
  return costs.sort((one, other) => one.cpuMs - other.cpuMs)[runs >> 1]!;
}

async function summaryOf(file: string): Promise<{ packets: number; bytes: number }> {
  const { captures } = await analyzeCaptures([{ name: file, chunks: createReadStream(file) }]);
  return captures[0]!;
}

/** The first bytes of a file, as a file. */
function head(file: string, bytes: number): string {
  const part = `${file}.${bytes}`;
  const buffer = Buffer.alloc(bytes);
  readSync(openSync(file, 'r'), buffer);
  writeFileSync(part, buffer);
  return part;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
