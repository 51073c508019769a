// Puts each rule's two topologies into its page: examples/broken/ID is where they are written, docs/rules/ID.md
// shows them. `--check` writes nothing and fails where a page is behind.
import { readdir, readFile, writeFile } from 'node:fs/promises';

const root = new URL('../', import.meta.url);
const pages = (await readdir(new URL('docs/rules/', root), { recursive: true })).filter((path) =>
  path.endsWith('.md'),
);
const check = process.argv.includes('--check');
const behind = [];

for (const page of pages.sort()) {
  const file = new URL(`docs/rules/${page}`, root);
  const text = await readFile(file, 'utf8');
  const current = await withTopologies(text, page.slice(0, -'.md'.length));
  if (current === text) continue;
  behind.push(page);
  if (!check) await writeFile(file, current);
}
if (check && behind.length > 0) {
  console.error(`behind: ${behind.join(', ')}\n  -> npm run generate:rules`);
  process.exitCode = 1;
}

/** The blocks after `<!-- broken.yaml -->` and `<!-- mended.yaml -->`, as the examples have them. */
async function withTopologies(text, id) {
  let current = text;
  for (const name of ['broken.yaml', 'mended.yaml']) {
    const marker = `<!-- ${name} -->`;
    if (!current.includes(marker)) continue;
    const topology = await readFile(new URL(`examples/broken/${id}/${name}`, root), 'utf8');
    const block = `${marker}\n\n\`\`\`yaml\n${topology}\`\`\`\n`;
    const [before, after] = current.split(marker);
    current = before + block + after.replace(/^\s*```yaml\n[^]*?```\n/, '').replace(/^\n+/, '\n');
  }
  return current;
}
