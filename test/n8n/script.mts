import { SetupError } from './setupError.mts';

/** Runs a script's main function. On an error, prints it in plain words and exits with code 1. */
export function runScript(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`\n${describe(error)}\n`);
    process.exit(1);
  });
}

/** Resolves when the user (or a service manager) asks this process to stop. */
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
