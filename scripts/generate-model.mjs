// Derives the TypeScript types, the stand-alone Ajv validator and the reference page of a topology from
// lab.schema.json.
// Ajv compiles here and not at start-up: importing and compiling it costs twice what starting Node does.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import { format } from 'prettier';
import { splitTypes } from './split-types.mjs';
import { topologyPage } from './topology-page.mjs';

const model = new URL('../src/model/', import.meta.url);
const target = process.argv[2]
  ? pathToFileURL(`${process.argv[2]}/`)
  : new URL('generated/', model);
const schema = JSON.parse(await readFile(new URL('lab.schema.json', model), 'utf8'));
const banner =
  '// Generated from src/model/lab.schema.json by `npm run generate:model`. Do not edit.\n';

/** A described reference would become a numbered type of its own; as an allOf it keeps its name. */
function nameReferences(value) {
  if (Array.isArray(value)) return value.map(nameReferences);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...rest } = value;
  const copy = Object.fromEntries(
    Object.entries(rest).map(([key, inner]) => [key, nameReferences(inner)]),
  );
  if ($ref === undefined) return copy;
  return Object.keys(rest).length > 0 ? { ...copy, allOf: [{ $ref }] } : { $ref };
}

const types = await compile(nameReferences(schema), 'TopologyInput', {
  bannerComment: banner.trim(),
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
  style: { singleQuote: true, printWidth: 100 },
});

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, code: { source: true, esm: true } });
const validator = await build({
  stdin: {
    contents: standaloneCode(ajv, ajv.compile(schema)),
    resolveDir: fileURLToPath(model),
  },
  bundle: true,
  format: 'esm',
  write: false,
});

await mkdir(target, { recursive: true });
const { inner, outer } = splitTypes(types, 'NodeInput', 'node');
await writeFile(new URL('node.ts', target), inner);
await writeFile(new URL('topology.ts', target), outer);
await writeFile(new URL('validate-topology.js', target), banner + validator.outputFiles[0].text);
await writeFile(
  new URL('validate-topology.d.ts', target),
  `${banner}import type { ErrorObject } from 'ajv';
import type { TopologyInput } from './topology.js';

export declare const validate: ((value: unknown) => value is TopologyInput) & {
  errors?: ErrorObject[] | null;
};
`,
);
const page = new URL(
  'topology.md',
  process.argv[2] ? target : new URL('../docs/', import.meta.url),
);
await writeFile(page, await format(topologyPage(schema), { parser: 'markdown', printWidth: 100 }));
