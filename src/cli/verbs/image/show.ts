import { goldenImages, type GoldenImage } from '../../../drive/virtualbox/golden-images.js';
import { LabError } from '../../../errors.js';
import type { ImageProfile } from '../../../images/profile.js';
import { imageProfiles } from '../../../images/profiles.js';
import { unknownImage } from '../../../images/resolve-image.js';
import type { Call, Outcome } from '../../call.js';
import { exitCodes } from '../../exit-code.js';
import { sizeText, usersText } from './image-text.js';

/** Tells all of a profile, or of an image on this host. */
export async function show({ args: [name = ''], signal }: Call): Promise<Outcome> {
  const profile = imageProfiles.find((it) => it.name === name);
  if (profile !== undefined) return shown(name, profileRows(profile), profile);
  const images = await goldenImages(signal);
  const image = images.find(({ id }) => id === name);
  if (image !== undefined) return shown(name, imageRows(image), image);
  const onHost = Object.fromEntries(images.map(({ id }) => [id, {}]));
  throw new LabError('unknown-name', [unknownImage('image', name, onHost)]);
}

type Row = readonly [key: string, value: string];

function shown(name: string, rows: readonly Row[], document: unknown): Outcome {
  const text = rows.map(([key, value]) => `${key.padEnd(10)}  ${value}\n`).join('');
  return { exitCode: exitCodes.ok, text: `${name}\n${text}`, document };
}

function imageRows({ dir, built, machine, sizeBytes, clones }: GoldenImage): Row[] {
  return [
    ['built', built ? 'yes' : 'no: being built, or begun and not finished'],
    ['directory', dir],
    ['machine', machine ?? 'none'],
    ['size', sizeText(sizeBytes)],
    ['used', usersText(clones)],
    ...clones.map((clone): Row => ['clone', clone.machine]),
  ];
}

function profileRows(profile: ImageProfile): Row[] {
  const { virtualbox, libvirt } = profile.boxes;
  return [
    ['system', profile.title],
    ['proved', profile.proved ? 'yes' : 'no: no guest of it has passed the experiments yet'],
    ['virtualbox', boxText(virtualbox)],
    ['libvirt', boxText(libvirt)],
    ['kernel', [profile.kernel.version, ...profile.kernel.packages].join(' ')],
    ['forcing', profile.forcing.join(', ')],
    ['tools', Object.entries(profile.tools).flat().join(' ')],
    ['packages', profile.packages.join(' ')],
    ['disk', profile.diskGb === null ? "the box's" : `${profile.diskGb} GB`],
    ...profile.cannot.map((sentence): Row => ['cannot', sentence]),
  ];
}

function boxText({ name, version, alternatives }: ImageProfile['boxes']['virtualbox']): string {
  const others = alternatives.length > 0 ? `; or ${alternatives.join(', ')}` : '';
  return `${name} ${version ?? '(the newest)'}${others}`;
}
