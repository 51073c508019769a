import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withLabLock } from '../../../drive/lab-lock.js';
import { providersIn } from '../../../drive/state-dir.js';
import { buildImages } from '../../../drive/virtualbox/build-images.js';
import { goldenImages, idOnThisHost, isBuilt } from '../../../drive/virtualbox/golden-images.js';
import { labVms } from '../../../drive/virtualbox/lab-vms.js';
import { LabError } from '../../../errors.js';
import { imageProfiles } from '../../../images/profiles.js';
import { labFor, type Lab } from '../../../lab.js';
import { imageOf } from '../../../render/virtualbox/image.js';
import type { Call, Outcome } from '../../call.js';
import { exitCodes } from '../../exit-code.js';
import { defaultDir, openLab } from '../../open-lab.js';
import { sizeText } from './image-text.js';

interface Result {
  readonly id: string;
  /** False where it was there already. */
  readonly built: boolean;
  readonly sizeBytes: number;
}

/** Builds the images of a lab, or a profile's, where they are missing; boots no node. */
export async function build(call: Call): Promise<Outcome> {
  const started = performance.now();
  const [what] = call.args;
  const isProfile = imageProfiles.some(({ name }) => name === what);
  const lab = isProfile
    ? labFor(labOfProfile(what ?? ''), 'virtualbox')
    : await openLab(what, { ...call.options, provider: 'virtualbox' });
  const ids = lab.plan.images.map((image) => idOnThisHost(imageOf(image).id));
  const missing = new Set<string>();
  for (const id of ids) if (!(await isBuilt(id, call.signal))) missing.add(id);
  const lookedUpMs = Math.round(performance.now() - started);
  if (missing.size > 0) {
    if (isProfile) await buildAside(lab, call);
    else await buildInLab(lab, resolve(call.options.dir ?? defaultDir(lab)), call);
  }
  const images = await goldenImages(call.signal);
  const results = ids.map((id) => ({
    id,
    built: missing.has(id),
    sizeBytes: images.find((image) => image.id === id)?.sizeBytes ?? 0,
  }));
  return told(results, lookedUpMs, Math.round((performance.now() - started) / 1000));
}

/** The smallest lab there is with a clone of it. */
function labOfProfile(image: string) {
  return {
    name: 'image',
    segments: { a: {} },
    nodes: { node: { image, interfaces: [{ segment: 'a' }] } },
    experiments: [],
  };
}

/** Its files are needed only while it is built: the image's own are copied into its environment. */
async function buildAside(lab: Lab, call: Call): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'subflow-image-'));
  try {
    await buildIn(lab, dir, call);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function buildInLab(lab: Lab, dir: string, call: Call): Promise<void> {
  await withLabLock(dir, async () => {
    await refuseLab(dir, call.signal);
    await buildIn(lab, dir, call);
  });
}

/** A lab keeps the files it was made from, and Vagrant builds no image for a machine that is there. */
async function refuseLab(dir: string, signal: AbortSignal): Promise<void> {
  if (providersIn(dir).length === 0 && (await labVms(dir, 'vms', signal)).length === 0) return;
  throw new LabError('lab-running', [
    {
      where: dir,
      message: 'a lab was brought up here, and its files stay as they are until it is destroyed',
      next: 'Run `subflow destroy` first, or build in another directory: --dir DIR.',
    },
  ]);
}

async function buildIn(lab: Lab, dir: string, call: Call): Promise<void> {
  await lab.write(dir);
  await buildImages(dir, call);
}

function told(images: readonly Result[], lookedUpMs: number, seconds: number): Outcome {
  const lines = images.map(({ id, built, sizeBytes }) =>
    built
      ? `built ${id}: ${sizeText(sizeBytes)} in ${seconds} s`
      : `${id} is there: ${sizeText(sizeBytes)}, found in ${lookedUpMs} ms`,
  );
  return {
    exitCode: exitCodes.ok,
    text: [...lines, ''].join('\n'),
    document: { images, lookedUpMs, seconds },
  };
}
