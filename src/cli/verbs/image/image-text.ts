import type { GoldenImage } from '../../../drive/virtualbox/golden-images.js';

/** An image on this host in a line. */
export function imageLine({ id, built, sizeBytes, clones }: GoldenImage): string {
  if (!built) return `${id}  unfinished: being built, or begun and not finished`;
  return `${id}  ${sizeText(sizeBytes)}  ${usersText(clones)}`;
}

export function usersText(clones: GoldenImage['clones']): string {
  if (clones.length === 0) return 'used by no lab';
  const labs = [...new Set(clones.map(({ labDir }) => labDir ?? 'no known lab'))];
  return `${clones.length} clone${clones.length === 1 ? '' : 's'} in ${labs.join(', ')}`;
}

export function sizeText(bytes: number): string {
  const mb = bytes / 1e6;
  return mb < 1000 ? `${mb.toFixed(0)} MB` : `${(mb / 1000).toFixed(1)} GB`;
}
