import schema from './lab.schema.json' with { type: 'json' };

/** As much of a JSON schema as error messages look into. */
interface SchemaNode {
  readonly $ref?: string | undefined;
  readonly properties?: Readonly<Record<string, SchemaNode | undefined>> | undefined;
  readonly additionalProperties?: boolean | SchemaNode | undefined;
  readonly items?: SchemaNode | undefined;
  readonly [keyword: string]: unknown;
}

const root: SchemaNode = schema;
const definitions: Readonly<Record<string, SchemaNode>> = schema.definitions;

/** Names of the properties known at a place of a topology; the place is a JSON pointer. */
export function knownProperties(path: string): readonly string[] {
  const node = path.split('/').slice(1).reduce<SchemaNode | undefined>(child, root);
  return Object.keys(node?.properties ?? {});
}

function child(node: SchemaNode | undefined, key: string): SchemaNode | undefined {
  const { properties = {}, additionalProperties, items } = node ?? {};
  if (Object.hasOwn(properties, key)) return dereference(properties[key]);
  return dereference(typeof additionalProperties === 'object' ? additionalProperties : items);
}

function dereference(node: SchemaNode | undefined): SchemaNode | undefined {
  return node?.$ref === undefined ? node : definitions[node.$ref.replace('#/definitions/', '')];
}
