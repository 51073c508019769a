// Spawns a program on a node, says that it runs, and waits to be killed.
import { attachedLab } from './attached-lab.js';

const [dir = '', program = '', ...args] = process.argv.slice(2);
const lab = await attachedLab(dir);
const child = lab.node('server').spawn([program, ...args]);
child.stdout?.once('data', () => process.stdout.write('spawned'));
await child.exited;
