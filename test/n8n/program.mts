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

/** The program and its process group end when this process is gone, however that came about. */
const END_WITH_PARENT =
  'data:text/javascript,process.on("disconnect",()=>process.kill(-process.pid,"SIGKILL"))';

/** What a program needs of this environment; settings of another n8n or of a test runner are not for ours. */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'LANG', 'TZ', 'TMPDIR'];

export interface ProgramOptions {
  /** What messages call it. */
  name: string;
  /** The Node.js that runs it, and the script with its arguments. */
  node: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** What it prints is added to this file. */
  logFile: string;
  /** Part of the line that it prints when it can be used. */
  ready: string;
}

/** A program that runs beside this one until it is ended. */
export interface Program {
  logFile: string;
  /** Fulfilled when it has come to its end, for whatever reason. */
  ended: Promise<void>;
  /** Ends it as a service manager does, letting it finish what it is at. */
  stop: () => Promise<void>;
  /** Ends it at once, as a crash does. */
  kill: () => Promise<void>;
}

/** Starts a program and waits until it can be used. Throws a SetupError when it can't be. */
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
    outcome === 'ended' ? `${name} ended while it started` : `${name} did not get ready in time`;
  throw new SetupError(`${what}. The end of ${logFile}:\n${await lastLines(logFile)}`);
}

/** It leads a process group of its own, in which its helpers (such as n8n's task runner) are too. */
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
    // No such process: it has ended already.
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
