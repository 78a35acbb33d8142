import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts a file of this folder in a separate process, which reads its input with `readInput`. */
export function start(file: string, input: object): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(input)], {
    execArgv: ['--import', 'tsx'],
  });
}

/** The next message of a process. The sender guarantees its type. */
export async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of the benchmark ended with code ${String(code)}`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
  return message;
}

/** The input that the parent passed to this process. The parent guarantees its type. */
export function readInput(): unknown {
  return JSON.parse(process.argv[2] ?? '');
}

/** Tells the parent that this process is ready, and waits for the signal to start. */
export async function waitForStart(): Promise<void> {
  const started = once(process, 'message');
  process.send?.('ready');
  await started;
}

/** Sends the parent the result and ends this process. */
export function finish(result: object): void {
  process.send?.(result, () => {
    process.disconnect();
  });
}
