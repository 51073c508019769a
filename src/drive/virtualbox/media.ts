/** A hard disk VirtualBox knows. */
export interface Medium {
  readonly uuid: string;
  /** Null of a disk that is none's child. */
  readonly parent: string | null;
  readonly location: string;
  /** Ids of the machines that have it, in a snapshot too. */
  readonly usedBy: readonly string[];
}

/** Reads `VBoxManage list --long hdds`: a paragraph for each disk. */
export function parseMedia(text: string): Medium[] {
  return text.split(/\r?\n\r?\n/).flatMap((paragraph) => {
    const field = (name: string) =>
      new RegExp(`^${name}:\\s*(\\S.*?)\\r?$`, 'm').exec(paragraph)?.[1] ?? '';
    const uuid = field('UUID');
    const parent = field('Parent UUID');
    if (uuid === '') return [];
    const users = paragraph.slice(paragraph.indexOf('In use by VMs:'));
    const usedBy = paragraph.includes('In use by VMs:')
      ? [...users.matchAll(/^(?:In use by VMs:)?\s+.*?\(UUID: ([0-9a-f-]{36})\)/gm)]
      : [];
    return [
      {
        uuid,
        parent: parent === 'base' || parent === '' ? null : parent,
        location: field('Location'),
        usedBy: usedBy.map(([, id]) => id ?? ''),
      },
    ];
  });
}

/** Ids of the other machines whose disks hang on one of the machine's: its linked clones. */
export function linkedClonesOf(uuid: string, media: readonly Medium[]): string[] {
  const byId = new Map(media.map((medium) => [medium.uuid, medium]));
  const hangsOnIt = (medium: Medium | undefined): boolean =>
    medium !== undefined &&
    (medium.usedBy.includes(uuid) || hangsOnIt(byId.get(medium.parent ?? '')));
  const users = media.filter(hangsOnIt).flatMap(({ usedBy }) => usedBy);
  return [...new Set(users)].filter((user) => user !== uuid);
}
