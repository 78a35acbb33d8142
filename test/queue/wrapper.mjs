// Runs a program other than Node.js, so that it ends with the process that started it: `node
// wrapper.mjs <command> [arguments]`. Signals go to the whole process group; this process waits for
// the program.
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
process.on('SIGTERM', () => undefined);
const STDOUT = 1;
spawn(command, args, { stdio: ['ignore', STDOUT, STDOUT] })
  .on('error', (error) => {
    console.log(error.message);
    process.exit(1);
  })
  .on('exit', (code) => process.exit(code ?? 1));
