const HEARTBEAT_MS = 30_000;

/** Tells the person at the terminal one thing. (Not console.log: Jest adds a stack to each of those.) */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a long step, telling what it is, about how long it takes, that it still goes on, how long it took. */
export async function step<T>(what: string, expected: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  tell(`- ${what} (about ${expected})`);
  const heartbeat = setInterval(() => {
    tell(`  still going, ${elapsed(started)} so far`);
  }, HEARTBEAT_MS);
  try {
    const result = await work();
    tell(`  done in ${elapsed(started)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

function elapsed(started: number): string {
  const seconds = Math.round((Date.now() - started) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
