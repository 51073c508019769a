import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { virtualboxFiles } from '../helpers/virtualbox-files.js';

const committed = fileURLToPath(new URL('../../examples/original/vagrant', import.meta.url));
const routerOfYours = mptcpLab({ name: 'router-of-yours' });
routerOfYours.nodes['router']!.existingVm = 'edge-2020';

const ofYours = [...virtualboxFiles(routerOfYours)].filter(([path]) =>
  ['Vagrantfile', 'lib/existing_vm.rb', 'nodes/router/node.sh'].includes(path),
);

describe('the Vagrant directory is the one that was read and agreed to', () => {
  it('of the original experiment, in examples/original/vagrant: npm run generate:examples', async () => {
    expect(await buildLab(mptcpLab()).check(committed)).toEqual([]);
  });

  it.each(ofYours)('with a router that is an existing VM: %s', async (path, content) => {
    await expect(content.toString()).toMatchFileSnapshot(`virtualbox/router-of-yours/${path}`);
  });
});
