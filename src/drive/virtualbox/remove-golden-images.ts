import { LabError, type Problem } from '../../errors.js';
import type { Context } from '../driver.js';
import type { GoldenImage } from './golden-images.js';
import { removeGoldenImage } from './remove-golden-image.js';

interface Removal {
  readonly gone: readonly GoldenImage[];
  /** Why the others are still there. */
  readonly problems: readonly Problem[];
}

/** Removes one image after the other; what one of them is needed for does not keep the others. */
export async function removeGoldenImages(
  images: readonly GoldenImage[],
  step: string,
  { signal, emit }: Context,
): Promise<Removal> {
  const gone: GoldenImage[] = [];
  const problems: Problem[] = [];
  for (const image of images) {
    signal.throwIfAborted();
    emit({ type: 'step', step, detail: `image ${image.id}` });
    try {
      await removeGoldenImage(image, signal);
      gone.push(image);
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { gone, problems };
}
