#!/usr/bin/env node
import { packageVersion } from './package-version.js';
import { run } from './run.js';
import { terminalOf } from './terminal.js';

// A reader that has seen enough (`| head`) is no fault; the work goes on to its orderly end.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await run(
  process.argv.slice(2),
  packageVersion(),
  terminalOf(process, process.env),
);
