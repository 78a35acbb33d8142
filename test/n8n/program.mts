import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { lastLines } from './command.mts';
import { errorCode } from './errorCode.mts';
import { SetupError } from './setupError.mts';

const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 20_000;

/** Ends the program and its process group when this process ends for any reason. */
const END_WITH_PARENT =
  'data:text/javascript,process.on("disconnect",()=>process.kill(-process.pid,"SIGKILL"))';

/**
 * The environment variables that a program needs; those of another n8n or of a test runner are not
 * passed on.
 */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'LANG', 'TZ', 'TMPDIR'];

export interface ProgramOptions {
  /** Its name in messages. */
  name: string;
  /** The Node.js that runs it. */
  node: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** Its output is appended to this file. */
  logFile: string;
  /** Part of the line that it prints when it is ready. */
  ready: string;
}

/** A program that runs in the background until it is stopped. */
export interface Program {
  logFile: string;
  /** Resolves when it has ended for any reason. */
  ended: Promise<void>;
  /** Stops it like a service manager, letting it finish its work. */
  stop: () => Promise<void>;
  /** Kills it at once, like a crash. */
  kill: () => Promise<void>;
}

/** Starts a program and waits until it is ready. Throws a SetupError if it doesn't start. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { node, args, cwd, env, logFile } = options;
  const errors = await open(logFile, 'a');
  const child = spawn(node, ['--import', END_WITH_PARENT, ...args], {
    cwd,
    detached: true,
    env: { ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])), ...env },
    stdio: ['ignore', 'pipe', errors.fd, 'ipc'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  await errors.close();
  const program: Program = {
    logFile,
    ended,
    stop: () => end(child, ended, 'SIGTERM'),
    kill: () => end(child, ended, 'SIGKILL'),
  };
  try {
    await ready(child, ended, options);
  } catch (error) {
    await program.kill();
    throw error;
  }
  return program;
}

async function ready(
  child: ChildProcess,
  ended: Promise<void>,
  { name, logFile, ready: readyLine }: ProgramOptions,
): Promise<void> {
  const started = new Promise<'ready'>((resolve) => {
    if (child.stdout === null) return;
    child.stdout.pipe(createWriteStream(logFile, { flags: 'a' }));
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes(readyLine)) resolve('ready');
    });
  });
  const outcome = await Promise.race([started, ended.then(() => 'ended'), limit(START_LIMIT_MS)]);
  if (outcome === 'ready') return;
  const what =
    outcome === 'ended' ? `${name} exited while starting` : `${name} was not ready in time`;
  throw new SetupError(`${what}. The end of ${logFile}:\n${await lastLines(logFile)}`);
}

/** It leads a process group that includes its children, such as n8n's task runner. */
async function end(
  child: ChildProcess,
  ended: Promise<void>,
  signal: 'SIGTERM' | 'SIGKILL',
): Promise<void> {
  signalGroup(child, signal);
  await Promise.race([ended, limit(STOP_LIMIT_MS)]);
  signalGroup(child, 'SIGKILL');
  await ended;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    // No such process: it has already ended.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

function limit(ms: number): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve('late');
    }, ms).unref();
  });
}
