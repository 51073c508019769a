import type { Problem } from '../errors.js';
import { imageProfiles } from '../images/profiles.js';
import type { BoxInput, TopologyInput } from '../model/generated/topology.js';
import { pointer } from '../model/pointer.js';

/** What no schema can say of a user's own images, beside what they are made from. */
export function ownImageProblems({ images = {} }: TopologyInput): Problem[] {
  return Object.entries(images).flatMap(([name, { box }]) => [
    ...(imageProfiles.some((profile) => profile.name === name)
      ? [{ where: pointer('images', name), ...takenName(name) }]
      : []),
    ...(box === undefined ? [] : boxProblems(box, pointer('images', name, 'box'))),
  ]);
}

/** Names of subflow's profiles stay theirs. */
function takenName(name: string): Omit<Problem, 'where'> {
  const message = `"${name}" is the name of one of subflow's own profiles`;
  return { message, next: `Give it another name, and let it extend "${name}".` };
}

/** A box from a file is known by its digest, one of the registry by its version; Vagrant has it no other way. */
function boxProblems({ name, file, version, sha256 }: BoxInput, where: string): Problem[] {
  if (file === undefined) return sha256 === undefined ? [] : [unheededDigest(name, where)];
  return [
    ...(sha256 === undefined ? [undigested(file, where)] : []),
    ...(version === undefined ? [] : [versioned(version, where)]),
  ];
}

function undigested(file: string, where: string): Problem {
  const message = `nothing says what "${file}" must be`;
  return { where, message, next: 'Add "sha256": sha256sum prints it.' };
}

/** It would refuse it when it is about to build. */
function versioned(version: string, where: string): Problem {
  return {
    where: `${where}/version`,
    message: `a box from a file has no version, and this one has "${version}"`,
    next: 'Leave "version" out: its SHA-256 says which box it is.',
  };
}

/** It verifies such a box by the registry's checksum, and says nothing of ours. */
function unheededDigest(name: string, where: string): Problem {
  return {
    where: `${where}/sha256`,
    message: `Vagrant checks "${name}" by what the registry says of it, not by this`,
    next: 'Load the box down and name it as "file", or leave "sha256" out.',
  };
}
