import { describe, expect, test } from 'vitest';
import type { NodeHandle } from '../../../../src/drive/driver.js';
import { checkNode } from '../../../../src/drive/virtualbox/check-node.js';
import type { Plan } from '../../../../src/model/plan.js';
import { mptcpLab } from '../../../../src/presets/mptcp-lab.js';
import { virtualboxPlan } from '../../../helpers/virtualbox-files.js';

const plan = virtualboxPlan(mptcpLab());
const client = plan.nodes.find(({ name }) => name === 'client')!;
const { signal } = new AbortController();

interface Link {
  ifname: string;
  address: string;
  addr_info: { local: string; prefixlen: number }[];
}

/** What ip(8) would say on a client that is as planned. */
function links(): Link[] {
  return client.interfaces.map(({ device, mac, addresses }) => ({
    ifname: device,
    address: mac,
    addr_info: addresses.map(({ address, prefixLength }) => ({
      local: address,
      prefixlen: prefixLength,
    })),
  }));
}

/** A client whose ip(8) says these things. */
function saying(found: readonly Link[], deviceOf: (from: string) => string): NodeHandle {
  return {
    name: 'client',
    exec: ([, , , verb, , , from]) => {
      const said = verb === 'show' ? found : [{ dev: deviceOf(from ?? '') }];
      return Promise.resolve({ exitCode: 0, stdout: JSON.stringify(said), stderr: '' });
    },
    spawn: () => {
      throw new Error('nothing is spawned');
    },
  };
}

const planned = (address: string) =>
  client.interfaces.find(({ addresses }) => addresses.some((it) => it.address === address))!.device;

const messages = async (node: NodeHandle, of: Plan = plan) =>
  (await checkNode(of, client, node, signal)).map(({ where, message }) => `${where}: ${message}`);

describe('a booted node', () => {
  test('is as planned', async () => {
    const node = saying(links(), routed);
    expect(await messages(node)).toEqual([]);
  });

  test('may lack an interface, or have the wrong MAC or address on one', async () => {
    const [first, second] = links();
    const odd = { ...second!, address: '08:00:27:00:00:01', addr_info: [] };
    expect(await messages(saying([first!, odd], routed))).toEqual([
      `client/enp0s8: has MAC address 08:00:27:00:00:01, not ${second!.address}`,
      'client/enp0s8: lacks 192.168.20.20/24',
    ]);
    expect(await messages(saying([first!], routed))).toEqual(['client/enp0s8: is not there']);
  });

  test('may send a path by another interface', async () => {
    expect(await messages(saying(links(), () => 'enp0s3'))).toEqual([
      'client: a packet from 192.168.20.20 to 192.168.30.20 leaves by enp0s3, not enp0s8',
    ]);
  });

  function routed(from: string): string {
    return from === '' ? '' : planned(from);
  }
});
