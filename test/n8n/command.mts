import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { errorCode } from './errorCode.mts';
import { SetupError } from './setupError.mts';

const LINES_OF_LOG = 15;

export interface CommandOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** The file for the output of the command. */
  log: string;
  /** What to do about a failure, if the log doesn't say so. */
  hint?: string;
}

/**
 * Runs a command until it exits. A failure becomes a SetupError with the last lines of its output.
 */
export async function runToEnd(
  command: string,
  args: readonly string[],
  { cwd, env, log, hint }: CommandOptions,
): Promise<void> {
  const output = await open(log, 'w');
  try {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', output.fd, output.fd] });
    await once(child, 'exit').catch((error: unknown) => {
      throw errorCode(error) === 'ENOENT'
        ? new SetupError(`"${command}" is required but not on the PATH.`)
        : error;
    });
    const { exitCode, signalCode } = child;
    if (exitCode === 0) return;
    const how = signalCode === null ? `exit code ${exitCode ?? ''}` : `ended by ${signalCode}`;
    throw new SetupError(
      [
        `"${command} ${args.join(' ')}" failed (${how}). ${hint ?? ''}`.trim(),
        `The end of ${log}:`,
        await lastLines(log),
      ].join('\n'),
    );
  } finally {
    await output.close();
  }
}

/** The last lines of a log file, for an error message. */
export async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-LINES_OF_LOG).join('\n');
}
