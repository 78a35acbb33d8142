import { N8nClient } from '../n8n/client.mts';
import type { N8nInstall } from '../n8n/install.mts';
import { type N8n, startN8n } from '../n8n/launch.mts';
import { freePort } from '../n8n/ports.mts';
import { History } from './history.mts';

/** An n8n that is killed and restarted with the same data. */
export interface CrashingN8n {
  readonly client: N8nClient;
  readonly history: History;
  readonly logFile: string;
  /** When it was killed, in epoch milliseconds. */
  readonly kills: readonly number[];
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts n8n with a data folder in which the package is installed. `settings` are additional environment variables.
 * Throws a SetupError.
 */
export async function startCrashingN8n(
  install: N8nInstall,
  dataFolder: string,
  settings: Record<string, string> = {},
): Promise<CrashingN8n> {
  const start = async (): Promise<N8n> =>
    await startN8n({ install, dataFolder, settings, port: await freePort() });
  const signIn = async ({ url }: N8n) => {
    const client = new N8nClient(url);
    await client.signIn();
    const history = new History(url);
    await history.signIn();
    return { client, history };
  };

  let n8n = await start();
  let signedIn = await signIn(n8n);
  const kills: number[] = [];
  return {
    kills,
    get client() {
      return signedIn.client;
    },
    get history() {
      return signedIn.history;
    },
    get logFile() {
      return n8n.logFile;
    },
    async kill() {
      await n8n.kill();
      kills.push(Date.now());
    },
    async startAgain() {
      n8n = await start();
      signedIn = await signIn(n8n);
    },
    async stop() {
      await n8n.stop();
    },
  };
}
