import { SetupError } from './setupError.mts';

/** Runs a script's main function. An error ends the process with code 1, told as plainly as can be. */
export function runScript(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`\n${describe(error)}\n`);
    process.exit(1);
  });
}

/** Fulfilled when the person (or a service manager) asks this process to end. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve();
      });
    }
  });
}

function describe(error: unknown): string {
  if (error instanceof SetupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
