// Runs a benchmark by name: npm run bench -- plan
import { readdirSync } from 'node:fs';
import { createJiti } from 'jiti';

const bench = new URL('../bench/', import.meta.url);
const names = readdirSync(bench).flatMap((file) => /^(.*)\.bench\.ts$/.exec(file)?.[1] ?? []);
const [name] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`usage: npm run bench -- ${names.join('|')}`);
  process.exit(2);
}
await createJiti(import.meta.url).import(new URL(`${name}.bench.ts`, bench).href);
