import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Processes that keep the processors busy, until they are stopped. */
export class BusyMachine {
  #loops: ChildProcess[] = [];

  start(loops: number): void {
    this.#loops = Array.from({ length: loops }, () =>
      spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
    );
  }

  async stop(): Promise<void> {
    const ended = this.#loops.map(async (loop) => {
      const exit = once(loop, 'exit');
      loop.kill('SIGKILL');
      await exit;
    });
    this.#loops = [];
    await Promise.all(ended);
  }
}
