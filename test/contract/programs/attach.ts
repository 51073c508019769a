// Finds the lab of a directory as another process does, and says what its nodes answer.
import { attachedLab } from './attached-lab.js';

const lab = await attachedLab(process.argv[2] ?? '');
const { stdout } = await lab.node('server').exec(['hostname']);
process.stdout.write(stdout);
