import type { Stats } from '../sandbox/index.mts';
import { nextMessage, start } from './childProcess.mts';
import type { SandboxCredential } from './sandboxCredential.mts';

const JOBS = 10_000;
const NO_LIMITS = { perSecond: 0, perMinute: 0, perDay: 0 };

/** A sandbox in another process. */
export interface BenchSandbox {
  credential: SandboxCredential;
  /** Resets the statistics and the rate limit. */
  reset: () => Promise<void>;
  /** GraphQL requests since then; `refused` is how many of them exceeded a limit. */
  requests: () => Promise<{ all: number; refused: number }>;
}

/** Runs a sandbox while it is used. */
export async function withSandbox<T>(
  limited: boolean,
  use: (sandbox: BenchSandbox) => Promise<T>,
): Promise<T> {
  const child = start('sandboxProcess.mts', { jobs: JOBS, ...(!limited && NO_LIMITS) });
  const credential = await nextMessage<SandboxCredential>(child);
  const control = async (action: string, input: object) =>
    await controlSandbox(credential.sandboxUrl, action, input);
  try {
    return await use({
      credential,
      async reset() {
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

/** Calls a control action of a sandbox in another process. */
export async function controlSandbox(
  sandboxUrl: string,
  action: string,
  input: object,
): Promise<Response> {
  return await fetch(`${sandboxUrl}/sandbox/${action}`, {
    method: 'POST',
    body: JSON.stringify(input),
  });
}
