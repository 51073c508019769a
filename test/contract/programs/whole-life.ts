// A lab's whole life in a directory: up, a ping by name, destroy.
import { readState } from '../../../src/drive/netns/state.js';
import { buildLab } from '../../../src/build-lab.js';
import { mptcpLab } from '../../../src/presets/mptcp-lab.js';

const [dir = ''] = process.argv.slice(2);
const lab = await buildLab(mptcpLab(), { provider: 'netns' }).up({ dir });
const ping = await lab.node('client').exec(['ping', '-c1', '-W2', 'server'], { check: false });
const user = process.getuid?.();
const rootless = readState(dir)?.rootless;
await lab.destroy();
process.stdout.write(JSON.stringify({ user, ping: ping.exitCode, rootless }));
