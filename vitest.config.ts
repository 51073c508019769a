import { defineConfig } from 'vitest/config';

// `unit` needs nothing of the host; `e2e` boots real labs and installs what it packs;
// `kernel` does so on Debian's kernel (see docs/kernel.md); `vm` reads what is generated for VirtualBox
// with real Vagrant, cloud-init and netplan, and `rig` drives real VirtualBox in rigs of its own (see
// docs/rig.md); `campaign` takes longer than CI has and writes its figures into docs/measured. The type tests (test/types) are checked by `npm run typecheck`, which `npm test` runs first.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{unit,golden,invalid,property}/**/*.test.ts'],
          // What takes a second takes ten on a machine that boots VMs meanwhile.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: ['test/helpers/build-once.ts'],
          include: ['test/{contract,e2e}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Labs do not meet, whichever file brings them up; they wait more than they work.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          maxConcurrency: 3,
        },
      },
      {
        test: {
          name: 'kernel',
          globalSetup: ['test/helpers/build-once.ts'],
          include: ['test/kernel/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'vm',
          globalSetup: ['test/vm/require-tools.ts'],
          include: ['test/vm/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'rig',
          globalSetup: ['test/helpers/build-once.ts'],
          include: ['test/e2e-rig/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'campaign',
          globalSetup: ['test/helpers/build-once.ts'],
          include: ['test/campaign/**/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
