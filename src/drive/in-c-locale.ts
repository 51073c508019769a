import type { Argv, LabHandle } from './driver.js';

/** The lab, with programs on its nodes that speak the C locale: for us, who read what they say. */
export function inCLocale(lab: LabHandle): LabHandle {
  const inC = (argv: Argv): Argv => ['env', 'LC_ALL=C', ...argv];
  return {
    ...lab,
    node: (name) => {
      const node = lab.node(name);
      return {
        ...node,
        exec: (argv, options) => node.exec(inC(argv), options),
        spawn: (argv, options) => node.spawn(inC(argv), options),
      };
    },
  };
}
