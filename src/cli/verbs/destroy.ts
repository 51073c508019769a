import { formatProblem } from '../../errors.js';
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
  const { gone, problems } = await removeImages(images, call);
  const lines = [
    `${name} is gone; its files and evidence stay in ${dir}`,
    ...gone.map(({ id }) => `its image ${id} is gone`),
    ...problems.map(formatProblem),
    ...(options.image === true && gone.length + problems.length === 0
      ? ['it had no image on this host']
      : []),
  ];
  return {
    exitCode: problems.length > 0 ? exitCodes.broken : exitCodes.ok,
    text: lines.join('\n') + '\n',
    document: { lab: name, dir, images: gone.map(({ id }) => id), problems },
  };
}

async function imagesOf(dir: string, signal: AbortSignal): Promise<string[]> {
  const { imagesOfLab } = await import('../../drive/virtualbox/images-of-lab.js');
  return imagesOfLab(dir, signal);
}

async function removeImages(ids: readonly string[], call: Call) {
  if (ids.length === 0) return { gone: [], problems: [] };
  const { goldenImages } = await import('../../drive/virtualbox/golden-images.js');
  const { removeGoldenImages } = await import('../../drive/virtualbox/remove-golden-images.js');
  const images = (await goldenImages(call.signal)).filter(({ id }) => ids.includes(id));
  return removeGoldenImages(images, 'destroy', call);
}
