// Feeds the analyser mutated captures: npm run campaign:fuzz -- --seed 1 --runs 1000000; Ctrl-C ends it early
import { setImmediate } from 'node:timers';
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '100000' } },
});
const [seed, runs] = [Number(values.seed), Number(values.runs)];
const jiti = createJiti(import.meta.url);
const { fuzzCaptures } = await jiti.import('../test/helpers/fuzz-captures.ts');
const { fuzzBases } = await jiti.import('../test/helpers/fuzz-bases.ts');
const captures = fuzzBases();
const failures = [];
const findings = {};
const batch = 2000;
let done = 0;
let isStopped = false;
process.once('SIGINT', () => (isStopped = true));
while (done < runs && !isStopped) {
  const size = Math.min(batch, runs - done);
  const part = fuzzCaptures({ seed: seed + done, runs: size, captures });
  done += size;
  failures.push(...part.failures);
  for (const [code, count] of Object.entries(part.findings)) {
    findings[code] = (findings[code] ?? 0) + count;
  }
  await new Promise((resolve) => setImmediate(resolve));
  process.stderr.write(`${done} inputs, ${failures.length} failures\n`);
}
const { userCPUTime, maxRSS } = process.resourceUsage();
const cpuSeconds = Math.round(userCPUTime / 1e6);
const maxMegabytes = Math.round(maxRSS / 1024);
const node = process.version;
const result = { seed, runs: done, failures, findings, cpuSeconds, maxMegabytes, node };
console.log(JSON.stringify(result, null, 2));
if (failures.length > 0) process.exitCode = 1;
