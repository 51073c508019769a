import { LabError } from '../../errors.js';
import type { ImageProfile } from '../../images/profile.js';
import { defaultProfile, imageProfiles } from '../../images/profiles.js';
import { unknownImage } from '../../images/resolve-image.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { UsageError } from '../usage-error.js';

/** Tells of the profiles that images are made from; touches nothing. */
export function image({ args: [action, name] }: Call): Promise<Outcome> {
  if (action === 'list' && name === undefined) return Promise.resolve(list());
  if (action === 'show' && name !== undefined) return Promise.resolve(show(profileNamed(name)));
  throw new UsageError({
    where: 'image',
    message: 'takes "list", or "show" and the name of a profile',
    next: 'subflow image list',
  });
}

function list(): Outcome {
  const width = Math.max(...imageProfiles.map(({ name }) => name.length));
  const lines = imageProfiles.map((profile) => {
    const marks = [
      ...(profile === defaultProfile ? ['default'] : []),
      profile.proved ? 'proved' : 'unproved',
    ];
    return `${profile.name.padEnd(width)}  ${profile.title} [${marks.join(', ')}]`;
  });
  const note = 'Unproved: no guest of it has passed the experiments yet.';
  return {
    exitCode: exitCodes.ok,
    text: [...lines, note].join('\n') + '\n',
    document: { default: defaultProfile.name, profiles: imageProfiles },
  };
}

function show(profile: ImageProfile): Outcome {
  const { virtualbox, libvirt } = profile.boxes;
  const rows: [string, string][] = [
    ['system', profile.title],
    ['proved', profile.proved ? 'yes' : 'no: no guest of it has passed the experiments yet'],
    ['virtualbox', boxText(virtualbox)],
    ['libvirt', boxText(libvirt)],
    ['kernel', [profile.kernel.version, ...profile.kernel.packages].join(' ')],
    ['forcing', profile.forcing.join(', ')],
    ['tools', Object.entries(profile.tools).flat().join(' ')],
    ['packages', profile.packages.join(' ')],
    ['disk', profile.diskGb === null ? "the box's" : `${profile.diskGb} GB`],
    ...profile.cannot.map((sentence): [string, string] => ['cannot', sentence]),
  ];
  const text = rows.map(([key, value]) => `${key.padEnd(10)}  ${value}\n`).join('');
  return { exitCode: exitCodes.ok, text: `${profile.name}\n${text}`, document: profile };
}

function boxText({ name, version, alternatives }: ImageProfile['boxes']['virtualbox']): string {
  const others = alternatives.length > 0 ? `; or ${alternatives.join(', ')}` : '';
  return `${name} ${version ?? '(the newest)'}${others}`;
}

function profileNamed(name: string): ImageProfile {
  const profile = imageProfiles.find((it) => it.name === name);
  if (profile !== undefined) return profile;
  throw new LabError('unknown-name', [unknownImage('image', name, {})]);
}
