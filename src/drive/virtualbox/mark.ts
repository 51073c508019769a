import { createHash } from 'node:crypto';

/**
 * What our Vagrantfiles write into a machine's extra data, so that it is known for ours when its lab is
 * gone: `subflow/directory` and `subflow/node`, or `subflow/image`. VirtualBox copies extra data into
 * clones, so a mark alone proves nothing: the machine's name has to bear it out.
 */
export interface Mark {
  /** The lab's directory. */
  readonly directory: string | null;
  readonly node: string | null;
  /** The directory of the golden machine's Vagrant environment. */
  readonly image: string | null;
}

/** Reads `VBoxManage getextradata VM enumerate`. */
export function parseMark(extraData: string): Mark {
  const value = (key: string) =>
    new RegExp(`^Key: subflow/${key}, Value: (.*?)\\r?$`, 'm').exec(extraData)?.[1] ?? null;
  return markOf(value);
}

/** Reads the settings file of a machine, whether it is registered or not. */
export function parseSettings(xml: string): { name: string; uuid: string; mark: Mark } | null {
  const machine = /<Machine\b[^>]*>/.exec(xml)?.[0] ?? '';
  const name = / name="([^"]*)"/.exec(machine)?.[1];
  const uuid = / uuid="\{([0-9a-f-]{36})\}"/.exec(machine)?.[1];
  if (name === undefined || uuid === undefined) return null;
  const value = (key: string) =>
    new RegExp(`<ExtraDataItem name="subflow/${key}" value="([^"]*)"`).exec(xml)?.[1] ?? null;
  return { name, uuid, mark: markOf(value) };
}

/** Whether a machine of that name is the lab's node, and no copy that somebody made of it. */
export function isNode(name: string, { directory, node }: Mark): boolean {
  if (directory === null || node === null) return false;
  const digest = createHash('sha256').update(directory).digest('hex').slice(0, 8);
  const end = `-${digest}-${node}`;
  return name.endsWith(end) && name.length > end.length;
}

/** Whether it is the image's golden machine, by the name Vagrant gives it: DIRECTORY_default_TIME_RANDOM. */
export function isGolden(name: string, { directory, image }: Mark): boolean {
  if (image === null || directory !== null) return false;
  const environment = (image.split(/[\\/]/).at(-1) ?? '').replace(/[^-a-z0-9_]/gi, '');
  return environment !== '' && new RegExp(`^${environment}_default_\\d+_\\d+$`).test(name);
}

/** Vagrant's name for a clone until it has its own, with the time in ms it was begun at. */
const unnamedClone = /^temp_clone_(\d+)_\d+$/;

export function isUnnamedClone(name: string): boolean {
  return unnamedClone.test(name);
}

/** When Vagrant began the clone of a golden machine that it has not given its name yet, in ms, or null. */
export function cloneBegun(name: string, { directory, image }: Mark): number | null {
  if (image === null || directory !== null) return null;
  const [, begunMs] = unnamedClone.exec(name) ?? [];
  return begunMs === undefined ? null : Number(begunMs);
}

function markOf(value: (key: string) => string | null): Mark {
  return {
    directory: decoded(value('directory')),
    node: value('node'),
    image: decoded(value('image')),
  };
}

/** Paths are written as Ruby's URI.encode_www_form_component writes them: ASCII, whatever the locale. */
function decoded(text: string | null): string | null {
  if (text === null) return null;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
