import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLab, mptcpLab } from 'subflow';

/** Of 1424 bytes, with acknowledgements: some 2.2 million packets. */
const transferBytes = 2_800_000_000;
const capturedBytes = 128;

/**
 * Captures one MPTCP upload over two paths without segmentation offload into `file`, 128 bytes of each packet.
 * The rate keeps the capture from losing packets.
 */
export async function captureTransfer(file: string, bytes = transferBytes): Promise<void> {
  const lab = buildLab(mptcpLab({ rateMbit: 900 }), { provider: 'netns' });
  await using running = await lab.up({ dir: mkdtempSync(join(tmpdir(), 'subflow-bench-')) });
  const [client, server] = [running.node('client'), running.node('server')];
  for (const node of ['client', 'router', 'server']) {
    const links = await running.node(node).exec(['ip', '-o', 'link']);
    for (const [, device] of links.stdout.matchAll(/^\d+: (enp[^@:]+)/gm)) {
      await running.node(node).exec(['ip', 'link', 'set', device!, 'gso_max_segs', '1']);
    }
  }
  const dumpcap = ['dumpcap', '-q', '-P', '-B', '64', '-s', String(capturedBytes)] as const;
  const capture = client.spawn([...dumpcap, '-i', 'any', '-f', 'tcp', '-w', '-'], {
    stdout: { file },
  });
  const listener = server.spawn(['mptcpize', 'run', 'iperf', '-s'], { stdin: 'open' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const to = '192.168.30.20';
  const iperf = ['mptcpize', 'run', 'iperf', '-c', to, '-n', String(bytes)] as const;
  await client.exec(iperf);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  capture.kill('SIGINT');
  await capture.exited;
  listener.kill('SIGINT');
  await listener.exited;
}
