// The command line's entry: the same core without a browser.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadAllParts } from '../parts/part';
import { callscope } from './callscope';

const STANDARD_INPUT = 0;

// Whoever reads our output may stop reading: `callscope run … | head` is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await loadAllParts();
// No process.exit(): what is still to be written to a pipe would be lost.
process.exitCode = callscope(process.argv.slice(2), {
  print: text => process.stdout.write(text),
  complain: text => process.stderr.write(text),
  read: path => readFileSync(path === '-' ? STANDARD_INPUT : path),
  write: writeFileSync,
});
