// Takes the lock of a lab's directory and keeps it until it is killed.
import { setTimeout as sleep } from 'node:timers/promises';
import { withLabLock } from '../../../../src/drive/lab-lock.js';
import { LabError } from '../../../../src/errors.js';

const hold = async () => {
  process.stdout.write('held');
  await sleep(60_000);
};
await withLabLock(process.argv[2] ?? '', hold).catch((error: unknown) => {
  process.stdout.write(error instanceof LabError ? error.code : String(error));
});
