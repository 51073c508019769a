import type { ImageProfile } from './profile.js';
import { debian12Backports } from './profiles/debian-12-backports.js';
import { debian12 } from './profiles/debian-12.js';
import { debian13 } from './profiles/debian-13.js';
import { ubuntu2104 } from './profiles/ubuntu-21.04.js';
import { ubuntu2204 } from './profiles/ubuntu-22.04.js';
import { ubuntu2404 } from './profiles/ubuntu-24.04.js';
import { ubuntu2604 } from './profiles/ubuntu-26.04.js';

/** Every profile there is. */
export const imageProfiles: readonly ImageProfile[] = [
  debian13,
  debian12Backports,
  debian12,
  ubuntu2604,
  ubuntu2404,
  ubuntu2204,
  ubuntu2104,
];

/** The newest of Debian's that passed everything in the rig. */
export const defaultProfile: ImageProfile = debian13;
