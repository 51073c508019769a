/**
 * Divides generated type declarations in two: those that one of them is made of, and the others, who
 * take them from there and pass them on.
 */
export function splitTypes(text, root, file) {
  const [banner, ...declarations] = text.split(/\n(?=\/\*\*|export )/).reduce(joinComments, []);
  const all = new Map(declarations.map((it) => [/^export \w+ (\w+)/m.exec(it)[1], it]));
  const inner = reachable(all, root);
  const partOf = (isInner) =>
    declarations.filter((_, at) => inner.has([...all.keys()][at]) === isInner);
  const outside = partOf(false).join('\n');
  const taken = [...inner].filter((name) => mentions(outside, name)).toSorted();
  return {
    inner: `${[banner, ...partOf(true)].join('\n').trimEnd()}\n`,
    outer: `${banner}\nimport type { ${taken.join(', ')} } from './${file}.js';\n\nexport type * from './${file}.js';\n\n${outside.trimEnd()}\n`,
  };
}

/** A comment belongs to the declaration behind it. */
function joinComments(parts, part) {
  const last = parts.at(-1) ?? '';
  const isComment = last.startsWith('/**') && !last.includes('\nexport ');
  return isComment ? [...parts.slice(0, -1), `${last}\n${part}`] : [...parts, part];
}

function reachable(all, root) {
  const found = new Set([root]);
  for (const name of found) {
    for (const other of all.keys()) if (mentions(all.get(name), other)) found.add(other);
  }
  return found;
}

function mentions(text, name) {
  const code = text.replace(/\/\*\*.*?\*\//gs, '');
  return new RegExp(`\\b${name}\\b`).test(code);
}
