import type { Context } from '../driver.js';
import { progressOf } from './bring-up.js';
import { vagrant } from './vagrant.js';

/**
 * Builds the images of the lab in a directory and boots none of its nodes: what `vagrant provision`
 * does there by lib/golden_image.rb for nodes that do not exist.
 *
 * @throws LabError `command-failed` with Vagrant's own words
 */
export async function buildImages(dir: string, { signal, emit }: Context): Promise<void> {
  const started = performance.now();
  await vagrant(['provision'], {
    dir,
    signal,
    onMessage: (message) => {
      const detail = progressOf(message);
      const seconds = Math.round((performance.now() - started) / 1000);
      if (detail !== null) emit({ type: 'step', step: 'image', detail: `${seconds} s: ${detail}` });
    },
  });
}
