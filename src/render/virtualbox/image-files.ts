import type { PlannedImage, VerifiedFile } from '../../model/planned-image.js';

/** A file of the user's, and its name beside the image's Vagrantfile. */
export interface Link {
  readonly link: string;
  /** Relative to the lab's directory. */
  readonly file: string;
}

/** The box's file beside the image's Vagrantfile. */
export const boxLink = 'own.box';

/** A package's file, in the guest at `guestPath` while it is installed. */
export interface PackageFile extends VerifiedFile {
  readonly link: string;
  readonly guestPath: string;
  /** The guest downloads it, instead of Vagrant bringing it in. */
  readonly isRemote: boolean;
}

export function packageFiles({ debs }: PlannedImage): PackageFile[] {
  return debs.map(({ from, sha256 }, index) => {
    const link = `package-${index + 1}.deb`;
    const isRemote = /^https?:\/\//.test(from);
    return { from, sha256, link, guestPath: `/var/tmp/subflow/${link}`, isRemote };
  });
}

export function linksOf(image: PlannedImage): Link[] {
  const { file } = image.box;
  return [
    ...(file === null ? [] : [{ link: boxLink, file: asPath(file) }]),
    ...uploadsOf(image).map(({ link, from }) => ({ link, file: asPath(from) })),
  ];
}

/** What Ruby's File.expand_path takes for a user's home is a name here. */
function asPath(file: string): string {
  return file.replace(/^~/, './~');
}

/**
 * What Vagrant is to keep a box as. One from a file bears its digest: Vagrant looks no further than the name,
 * and would take what it has of the file as it was before.
 */
export function boxName({ name, file, sha256 }: PlannedImage['box']): string {
  return file === null || sha256 === null ? name : `${name}-${sha256.slice(0, 12)}`;
}

export function uploadsOf(image: PlannedImage): PackageFile[] {
  return packageFiles(image).filter(({ isRemote }) => !isRemote);
}
