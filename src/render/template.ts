import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ejs, { type TemplateFunction } from 'ejs';
import { quoteRuby } from './quote-ruby.js';
import { quoteSh } from './quote.js';

/** A template's path below vagrant-templates/, named by the language its data is escaped for. */
export type TemplatePath = `${string}.${keyof typeof escapes}.ejs`;

const escapes = { rb: quoteRuby, sh: quoteSh };

const folder = 'vagrant-templates';
const compiled = new Map<TemplatePath, TemplateFunction>();

/**
 * Fills one of the package's own EJS templates. `<%= value %>` becomes a literal of the template's
 * language, whatever the value is; a template reads its data from `it`.
 *
 * @throws TypeError when a value is missing or neither text nor a number
 */
export function fillTemplate(path: TemplatePath, it: object): string {
  let template = compiled.get(path);
  if (template === undefined) {
    template = compileTemplate(path);
    compiled.set(path, template);
  }
  return template(it);
}

function compileTemplate(path: TemplatePath): TemplateFunction {
  const language = path.split('.').at(-2) as keyof typeof escapes;
  return ejs.compile(readFileSync(join(packageRoot(), folder, path), 'utf8'), {
    strict: true,
    _with: false,
    localsName: 'it',
    // Errors leave as they were thrown, not as EJS retells them.
    compileDebug: false,
    escape: (value: unknown) => literal(value, path, escapes[language]),
  });
}

function literal(value: unknown, path: string, quote: (text: string) => string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quote(value);
  throw new TypeError(`${path} wants text or a number, got ${typeof value}`);
}

/** The directory that holds the templates: the package's, wherever this module was bundled to. */
function packageRoot(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, folder))) {
    if (dir === dirname(dir)) throw new Error(`the package's ${folder} directory is missing`);
    dir = dirname(dir);
  }
  return dir;
}
