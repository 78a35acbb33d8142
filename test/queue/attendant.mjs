// Runs a program that is not Node.js, so that it ends with the process that asked for it:
// `node attendant.mjs <command> [arguments]`. Signals go to the process group, so to both; this one waits.
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
