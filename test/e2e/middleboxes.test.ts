import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildLab } from '../../src/build-lab.js';
import {
  brokenLab,
  causesOf,
  onRouter,
  program,
  statusOf,
  verdictOf,
} from '../helpers/broken-lab.js';
import { tempDir } from '../helpers/temp-dir.js';

/** What runs for iperf in this test. */
async function asIperf(name: string): Promise<void> {
  const bin = await tempDir();
  await copyFile(program(name), join(bin, 'iperf'));
  vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`);
  onTestFinished(() => void vi.unstubAllEnvs());
}

describe('a right lab with a middlebox in the way', () => {
  it('with option 30 stripped at the router fails because no MP_CAPABLE gets through', async () => {
    const verdict = await verdictOf(brokenLab({}), onRouter('reset tcp option 30'));
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(/something on the way strips TCP option 30/);
    expect(statusOf(verdict)).toMatchObject({ 'mp-capable': 'fail', dss: 'fail' });
    expect(causesOf(verdict)).toEqual(['likely option-30-stripped', 'possible plain-server']);
  });

  it('with option 30 stripped on the second path fails because the answer has no MP_JOIN', async () => {
    const verdict = await verdictOf(
      brokenLab({}),
      onRouter('ip saddr 192.168.20.0/24 reset tcp option 30'),
    );
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toBe('Something on the path of enp0s8 strips TCP option 30.');
    expect(causesOf(verdict)).toEqual(['certain option-30-stripped']);
  });

  it('with option 30 stripped from the SYN/ACK only fails though the server saw it', async () => {
    const strip = 'tcp sport 5001 tcp flags & (syn | ack) == syn | ack reset tcp option 30';
    const verdict = await verdictOf(brokenLab({}), onRouter(strip));
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(/something on the way back strips TCP option 30/);
    expect(causesOf(verdict)).toEqual(['certain option-30-stripped']);
  });

  it.each([
    ['10', 'The connection fell back to plain TCP on the way', 'certain'],
    ['20', 'The join from 192.168.20.20 was not completed', 'likely'],
  ])(
    'with option 30 stripped from all but SYNs on path %s fails though the handshake had it',
    async (path, reason, certainty) => {
      const strip = `ip saddr 192.168.${path}.0/24 tcp flags & syn == 0 reset tcp option 30`;
      const verdict = await verdictOf(brokenLab({}), onRouter(strip));
      expect(verdict.status).toBe('fail');
      expect(verdict.reason).toContain(reason);
      expect(statusOf(verdict)).toMatchObject({ 'mp-capable': 'pass', 'joins-accepted': 'fail' });
      expect(causesOf(verdict)).toEqual([`${certainty} option-30-stripped`]);
    },
  );

  it('with a firewall that drops MP_CAPABLE fails, and so does the next run, which remembers it', async () => {
    const sysctls = { 'net.mptcp.blackhole_timeout': 3600 };
    const lab = buildLab(brokenLab({ client: { sysctls } }), { provider: 'netns' });
    const dir = await tempDir();
    await using running = await lab.up({ dir });
    await onRouter('tcp flags & syn == syn tcp option mptcp exists drop')(running);
    const [dropped] = await lab.verify({ dir });
    expect(dropped?.reason).toMatch(/drops SYNs with TCP option 30/);
    expect(causesOf(dropped!)).toEqual(['certain syn-option-dropped']);
    await running.node('router').exec(['nft', 'flush', 'ruleset']);
    const [remembered] = await lab.verify({ dir });
    expect(remembered?.reason).toMatch(/^The client remembers that SYNs with MP_CAPABLE/);
    expect(causesOf(remembered!)).toEqual(['certain blackhole-memory']);
  });

  it('with joins rejected by a firewall fails, and it is not taken for the listener', async () => {
    const reject = 'ip saddr 192.168.20.20 tcp dport 5001 reject with tcp reset';
    const verdict = await verdictOf(brokenLab({}), onRouter(reject));
    expect(verdict.status).toBe('fail');
    expect(statusOf(verdict)).toMatchObject({ dss: 'pass', 'mp-join': 'fail', hmac: 'fail' });
    expect(causesOf(verdict)).toEqual(['certain port-rejected']);
  });

  it('with one path cut fails because nothing comes back on it', async () => {
    const verdict = await verdictOf(brokenLab({}), onRouter('ip saddr 192.168.20.20 drop'));
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(
      /^The SYN left by enp0s8 and nothing came back: the path is cut/,
    );
    expect(statusOf(verdict)).toMatchObject({
      'mp-capable': 'pass',
      'mp-join': 'fail',
      'path-payload': 'fail',
      'joins-accepted': 'fail',
    });
    expect(causesOf(verdict)).toEqual(['likely path-cut']);
  });
  it('behind a NAT on the second path passes, because MPTCP goes through one', async () => {
    const verdict = await verdictOf(brokenLab({}), (lab) =>
      lab.node('router').exec(['nft', '-f', '-'], {
        input: `table ip nat {
          chain post { type nat hook postrouting priority 100; ip saddr 192.168.20.20 masquerade; }
        }`,
      }),
    );
    expect(verdict.rungs.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(causesOf(verdict)).toEqual([]);
  });
});

describe('a right lab with a server that is not what it should be', () => {
  it('with a server that listens once fails because the join finds nobody', async () => {
    await asIperf('listen-once.sh');
    const verdict = await verdictOf(brokenLab({}));
    expect(verdict.status).toBe('fail');
    expect(statusOf(verdict)).toMatchObject({ dss: 'pass', 'mp-join': 'fail' });
    expect(causesOf(verdict)).toEqual(['likely listener-closed', 'possible port-rejected']);
  });

  it('fails where the server speaks the version of the out-of-tree kernel', async () => {
    const programs = { server: ['python3', program('v0-server.py'), '{port}'] };
    const forcing = { client: 'mptcpize', server: 'native' } as const;
    const verdict = await verdictOf(
      brokenLab({}, { kind: 'single-subflow', programs, forcing }),
      (lab) =>
        lab.node('server').exec(['nft', '-f', '-'], {
          input: `table inet broken {
          chain input { type filter hook input priority 0; tcp dport 4321 drop; }
        }`,
        }),
    );
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(/^The server speaks MPTCP v0 \(RFC 6824/);
    expect(causesOf(verdict)).toEqual(['certain v0-peer']);
  });
});

describe('a right lab with a client that is not what it should be', () => {
  it('that closes its half at once fails because no join is sent, which no counter tells', async () => {
    await asIperf('half-close.py');
    const verdict = await verdictOf(brokenLab({}));
    expect(verdict.status).toBe('fail');
    expect(statusOf(verdict)).toMatchObject({
      'mp-capable': 'pass',
      dss: 'pass',
      'mp-join': 'fail',
    });
    expect(verdict.reason).toMatch(
      /^The client's program closed its half of the connection before/,
    );
    expect(causesOf(verdict)).toEqual(['likely client-half-closed']);
  });
});
