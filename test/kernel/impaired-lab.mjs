// What `subflow recreate` makes of impaired.lab.json, what ping and tc say of it, and what is left after
// `destroy`: a line of JSON. Runs in the guest, where each start of Node takes seconds.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildLab } from '../../dist/index.js';

const topology = new URL('impaired.lab.json', import.meta.url).pathname;
const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const dir = mkdtempSync(join(tmpdir(), 'impaired-'));
const pings = 400;

const subflow = (...args) =>
  promisify(execFile)(process.execPath, [main, ...args, '--json', '--dir', dir])
    .then(({ stdout }) => ({ code: 0, stdout }))
    .catch(({ code, stdout, stderr }) => ({ code, stdout, stderr }));

const recreate = await subflow('recreate', topology, '--provider', 'netns');
const lab = buildLab(JSON.parse(readFileSync(topology, 'utf8')), { provider: 'netns' });
const running = await lab.attach({ dir });
const client = running.node('client');
const router = lab.plan.nodes.find(({ name }) => name === 'router');

/** What the router's interface on the segment answers, and what the client's there tells of itself. */
async function measure(segment) {
  const { address } = router.interfaces.find((nic) => nic.segment === segment).addresses[0];
  const ping = ['ping', '-n', '-i', '0.01', '-c', String(pings), address];
  const { stdout } = await client.exec(ping, { check: false });
  const roundTripsMs = [...stdout.matchAll(/time=([\d.]+) ms/g)].map(([, ms]) => Number(ms));
  const nics = lab.plan.nodes.find(({ name }) => name === 'client').interfaces;
  const { device } = nics.find((nic) => nic.segment === segment);
  const qdiscs = await client.exec(['tc', '-s', '-j', 'qdisc', 'show', 'dev', device]);
  return { pings, roundTripsMs, qdiscs: JSON.parse(qdiscs.stdout) };
}

const [far, lossy] = [await measure('far'), await measure('lossy')];
const { degraded } = running;
const destroy = await subflow('destroy');
process.stdout.write(JSON.stringify({ recreate, degraded, far, lossy, destroy }));
