/** docs/topology.md: every key of a topology, from the schema's own descriptions. */
export function topologyPage(schema) {
  const objects = [schema, ...Object.values(schema.definitions)].filter(
    ({ properties }) => properties,
  );
  return [
    '<!-- Generated from src/model/lab.schema.json by `npm run generate:model`. Do not edit. -->',
    '',
    '# Topologies, key by key',
    '',
    schema.description,
    ...objects.flatMap((object) => section(object, schema)),
    '',
  ].join('\n');
}

function section({ title, description, properties, required = [] }, schema) {
  const rows = Object.entries(properties).map(([key, value]) => {
    const must = required.includes(key) ? ' (required)' : '';
    return `| \`${key}\`${must} | ${typeOf(value, schema)} | ${cell(descriptionOf(value, schema))} |`;
  });
  const intro = description && title !== schema.title ? ['', description] : [];
  return [
    '',
    `## ${title}`,
    ...intro,
    '',
    '| key | value | meaning |',
    '| --- | --- | --- |',
    ...rows,
  ];
}

function descriptionOf(value, schema) {
  return value.description ?? (value.$ref ? resolve(value.$ref, schema).description : '') ?? '';
}

function typeOf(value, schema) {
  if (value.$ref) return nameOf(resolve(value.$ref, schema));
  if (value.enum) return value.enum.map((word) => `\`${word}\``).join(', ');
  if (value.items) return `list of ${typeOf(value.items, schema)}`;
  if (value.additionalProperties) return `map to ${typeOf(value.additionalProperties, schema)}`;
  return [value.type].flat().join(' or ');
}

function nameOf(definition) {
  if (definition.properties) return `[${definition.title}](#${definition.title.toLowerCase()})`;
  return definition.enum
    ? definition.enum.map((word) => `\`${word}\``).join(', ')
    : definition.title;
}

const resolve = (ref, { definitions }) => definitions[ref.replace('#/definitions/', '')];

const cell = (text) => text.replaceAll('|', '\\|');
