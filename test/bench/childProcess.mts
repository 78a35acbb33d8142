import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts a file of this folder in a process of its own. It finds its order with `orderOf`. */
export function start(file: string, order: object): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(order)], {
    execArgv: ['--import', 'tsx'],
  });
}

/** The next message of a process. Its type is a promise of the file that sends it. */
export async function answerOf<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a process of the benchmark ended with code ${String(code)}`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
  return message;
}

/** What the parent gave to this process at its start. Its type is the parent's promise. */
export function orderOf(): unknown {
  return JSON.parse(process.argv[2] ?? '');
}

/** Says that the preparations are over; ends when the parent has answered. */
export async function readyToGo(): Promise<void> {
  const go = once(process, 'message');
  process.send?.('ready');
  await go;
}

/** Gives the parent the result and ends this process. */
export function finish(result: object): void {
  process.send?.(result, () => {
    process.disconnect();
  });
}
