import { goldenImages, type GoldenImage } from '../../../drive/virtualbox/golden-images.js';
import { removeGoldenImage } from '../../../drive/virtualbox/remove-golden-image.js';
import { removeGoldenImages } from '../../../drive/virtualbox/remove-golden-images.js';
import { formatProblem, LabError, type Problem } from '../../../errors.js';
import { unknownImage } from '../../../images/resolve-image.js';
import type { Call, Outcome } from '../../call.js';
import { exitCodes } from '../../exit-code.js';
import { sizeText } from './image-text.js';

/** Removes one image of this host, unless it is needed. */
export async function remove(call: Call): Promise<Outcome> {
  const [name = ''] = call.args;
  const images = await goldenImages(call.signal);
  const image = images.find(({ id }) => id === name);
  if (image === undefined) throw unknown(name, images);
  call.emit({ type: 'step', step: 'remove', detail: image.id });
  await removeGoldenImage(image, call.signal);
  return removed([image], []);
}

/** Removes every image that no machine is a clone of, the half-built ones too. */
export async function prune(call: Call): Promise<Outcome> {
  const images = await goldenImages(call.signal);
  const unused = images.filter(({ clones }) => clones.length === 0);
  const { gone, problems } = await removeGoldenImages(unused, 'remove', call);
  return removed(gone, problems);
}

function removed(gone: readonly GoldenImage[], problems: readonly Problem[]): Outcome {
  const lines = [
    ...gone.map(({ id, sizeBytes }) => `removed ${id}: ${sizeText(sizeBytes)}`),
    ...problems.map(formatProblem),
    ...(gone.length + problems.length === 0 ? ['nothing to remove'] : []),
  ];
  return {
    exitCode: problems.length > 0 ? exitCodes.broken : exitCodes.ok,
    text: lines.join('\n') + '\n',
    document: { removed: gone, problems },
  };
}

function unknown(name: string, images: readonly GoldenImage[]): LabError {
  const { where, message } = unknownImage('image', name, {});
  const here = images.map(({ id }) => id).join(', ');
  const next = here === '' ? 'This host has none.' : `This host has: ${here}.`;
  return new LabError('unknown-name', [{ where, message: `${message} on this host`, next }]);
}
