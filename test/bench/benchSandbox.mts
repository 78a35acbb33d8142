import type { Stats } from '../sandbox/index.mts';
import { answerOf, start } from './childProcess.mts';
import type { SandboxCredential } from './sandboxProcess.mts';

const JOBS = 10_000;
const NO_LIMITS = { perSecond: 0, perMinute: 0, perDay: 0 };

/** A sandbox in another process. */
export interface BenchSandbox {
  credential: SandboxCredential;
  /** Forgets the requests so far: they count in no figure, and take no place of the limit. */
  startAfresh: () => Promise<void>;
  /** GraphQL requests since then; `refused` are those of them that met a limit. */
  requests: () => Promise<{ all: number; refused: number }>;
}

/** Runs a sandbox for as long as it is used. */
export async function withSandbox<T>(
  limited: boolean,
  use: (sandbox: BenchSandbox) => Promise<T>,
): Promise<T> {
  const child = start('sandboxProcess.mts', { jobs: JOBS, ...(!limited && NO_LIMITS) });
  const credential = await answerOf<SandboxCredential>(child);
  const control = async (action: string, input: object) =>
    await fetch(`${credential.sandboxUrl}/sandbox/${action}`, {
      method: 'POST',
      body: JSON.stringify(input),
    });
  try {
    return await use({
      credential,
      async startAfresh() {
        await control('advanceTime', { seconds: 60 });
        await control('resetStats', {});
      },
      async requests() {
        const { requests, refused429 } = (await (await control('stats', {})).json()) as Stats;
        return { all: requests.graphql, refused: refused429 };
      },
    });
  } finally {
    child.disconnect();
  }
}
