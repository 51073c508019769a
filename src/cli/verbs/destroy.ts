import { destroyLab } from '../../lab.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { findRemains } from '../find-lab.js';

/** Ends all that runs of a lab, after a crash too; with `--image` its golden images go as well. */
export async function destroy(call: Call): Promise<Outcome> {
  const { options, signal, emit } = call;
  const { dir, name } = await findRemains(call);
  const images = options.image === true ? await imagesOf(dir, signal) : [];
  await destroyLab(dir, { signal, onEvent: emit });
  const gone = await removeImages(images, call);
  const lines = [
    `${name} is gone; its files and evidence stay in ${dir}`,
    ...gone.map((id) => `its image ${id} is gone`),
    ...(options.image === true && gone.length === 0 ? ['it had no image on this host'] : []),
  ];
  return {
    exitCode: exitCodes.ok,
    text: lines.join('\n') + '\n',
    document: { lab: name, dir, images: gone },
  };
}

async function imagesOf(dir: string, signal: AbortSignal): Promise<string[]> {
  const { imagesOfLab } = await import('../../drive/virtualbox/images-of-lab.js');
  return imagesOfLab(dir, signal);
}

/** @throws LabError `image-in-use` where another lab's machines are clones of one */
async function removeImages(ids: readonly string[], { signal, emit }: Call): Promise<string[]> {
  if (ids.length === 0) return [];
  const { goldenImages } = await import('../../drive/virtualbox/golden-images.js');
  const { removeGoldenImage } = await import('../../drive/virtualbox/remove-golden-image.js');
  const images = (await goldenImages(signal)).filter(({ id }) => ids.includes(id));
  for (const image of images) {
    emit({ type: 'step', step: 'destroy', detail: `image ${image.id}` });
    await removeGoldenImage(image, signal);
  }
  return images.map(({ id }) => id);
}
