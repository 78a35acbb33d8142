const HEARTBEAT_MS = 30_000;

/** Prints a line to the terminal. (Not console.log: Jest adds a stack trace to it.) */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a long step and prints what it is, about how long it takes, that it is still running, and
 * how long it took.
 */
export async function step<T>(what: string, expected: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  printLine(`- ${what} (about ${expected})`);
  const heartbeat = setInterval(() => {
    printLine(`  still running, ${elapsed(started)} so far`);
  }, HEARTBEAT_MS);
  try {
    const result = await work();
    printLine(`  done in ${elapsed(started)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

function elapsed(started: number): string {
  const seconds = Math.round((Date.now() - started) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
