import { describe, expect, it } from 'vitest';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { virtualboxFiles } from '../helpers/virtualbox-files.js';

const original = mptcpLab();
const routerOfYours = mptcpLab({ name: 'router-of-yours' });
routerOfYours.nodes['router']!.existingVm = 'edge-2020';

const files = [...virtualboxFiles(original)].filter(([path]) => !path.endsWith('.iso'));
const ofYours = [...virtualboxFiles(routerOfYours)].filter(
  ([path]) => ['Vagrantfile', 'lib/existing_vm.rb', 'nodes/router/node.sh'].includes(path),
);

describe('the Vagrant directory is the one that was read and agreed to', () => {
  it.each(files)('of the original experiment: %s', async (path, content) => {
    await expect(content.toString()).toMatchFileSnapshot(`virtualbox/original/${path}`);
  });

  it.each(ofYours)('with a router that is an existing VM: %s', async (path, content) => {
    await expect(content.toString()).toMatchFileSnapshot(`virtualbox/router-of-yours/${path}`);
  });
});
