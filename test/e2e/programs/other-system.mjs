// Preloaded (node --import): this process is told that it runs on SYSTEM, and what only Linux has is
// not there for it: users, /proc and /sys. Nor may it start a program.
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const of = (owner, names, replace) => {
  for (const name of names) owner[name] = replace(owner[name], name);
};

Object.defineProperty(process, 'platform', { value: process.env.SYSTEM });
if (process.env.SYSTEM === 'win32') {
  for (const name of ['getuid', 'geteuid', 'getgid', 'getegid', 'getgroups']) delete process[name];
}
const refusing = (read, name) =>
  function (path, ...rest) {
    if (/^\/(proc|sys)\//.test(String(path))) throw new Error(`${name} of ${path}`);
    return read.call(this, path, ...rest);
  };
const reads = ['readFile', 'open', 'readdir', 'readlink', 'stat', 'lstat'];
of(fs, [...reads, ...reads.map((name) => `${name}Sync`), 'existsSync'], refusing);
of(fs.promises, reads, refusing);
const starts = ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'];
of(childProcess, starts, (_, name) => (program) => {
  throw new Error(`${name} of ${program}`);
});
syncBuiltinESMExports();
