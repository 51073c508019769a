import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CaptureAnalysis } from '../../src/model/analysis.js';
import { cli, resultOf, startCli } from '../helpers/cli.js';
import { tempDir } from '../helpers/temp-dir.js';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../fixtures/captures/${name}`, import.meta.url));
const both = [fixture('ipv4-enp0s3.pcap'), fixture('ipv4-enp0s8.pcap')];

describe('subflow analyze', () => {
  it('shows the connection of two captures, its subflows and that the data is whole', async () => {
    const { exitCode, stdout } = await cli(await tempDir(), 'analyze', ...both);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('connection 0: MPTCP v1, tokens 214d0d78 (client) b1455363 (server)');
    expect(stdout).toContain('192.168.20.20:52901 -> 192.168.30.20:5001');
    expect(stdout).toContain('valid/valid');
    expect(stdout).toContain('data to server: 400000 bytes, contiguous');
  });

  it('reads standard input, and gives one JSON document', async () => {
    const child = startCli(await tempDir(), ['analyze', '-', both[1]!, '--json']);
    const ended = resultOf(child);
    child.stdin?.end(await readFile(both[0]!));
    const { exitCode, stdout } = await ended;
    expect(exitCode).toBe(0);
    const { captures, connections } = JSON.parse(stdout) as CaptureAnalysis;
    expect(captures.map(({ name }) => name)).toEqual(['standard input', both[1]]);
    expect(connections[0]?.toServer.contiguous).toBe(true);
  });

  it('exits 4 where a capture is cut, and tells what it holds', async () => {
    const dir = await tempDir();
    await writeFile(join(dir, 'cut.pcap'), (await readFile(both[0]!)).subarray(0, -1));
    const { exitCode, stdout } = await cli(dir, 'analyze', 'cut.pcap');
    expect(exitCode).toBe(4);
    expect(stdout).toContain('limit: cut.pcap: the file ends within a record at byte');
  });

  it('exits 2 where a file is no capture', async () => {
    const dir = await tempDir();
    await writeFile(join(dir, 'page.html'), '<html>no capture here</html>');
    const { exitCode, stdout } = await cli(dir, 'analyze', 'page.html');
    expect(exitCode).toBe(2);
    expect(stdout).toContain('no pcap or pcapng file: it starts with 0x3c68746d');
  });

  it('exits 2 where there is no such file, and says what to name', async () => {
    const { exitCode, stderr } = await cli(await tempDir(), 'analyze', 'missing.pcap');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('missing.pcap: there is no such file');
    expect(stderr).toContain('-> Name pcap or pcapng files');
  });
});
