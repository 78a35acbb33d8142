import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Sandbox, startSandbox } from '../sandbox/index.mts';

const PROCESSES = 3;
const EXPIRIES = 3;

async function message(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('A process exited unexpectedly');
  });
  const [content] = (await Promise.race([once(child, 'message'), ended])) as unknown[];
  return content;
}

/** Writes the credential that all processes share, connected to a new sandbox. */
async function connect(credential: string, refreshTokenGrace: number): Promise<Sandbox> {
  const sandbox = await startSandbox({ refreshTokenGrace, perSecond: 0, perMinute: 0 });
  writeFileSync(
    credential,
    JSON.stringify({
      ...sandbox.key,
      environment: 'sandbox',
      sandboxUrl: sandbox.url,
      oauthTokenData: sandbox.issueTokens(),
    }),
  );
  return sandbox;
}

describe.each([
  ['n8n 2', { tsconfig: 'test/tsconfig.json', core: '/n8n-core/' }],
  ['n8n 1', { tsconfig: 'test/processes/n8n1.tsconfig.json', core: '/n8n-core-v1/' }],
])('%s: several processes that share a credential', (_version, { tsconfig, core }) => {
  const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-upwork-processes-'));
  const credential = join(folder, 'credential.json');
  let children: ChildProcess[] = [];
  let sandbox: Sandbox;

  beforeAll(async () => {
    writeFileSync(credential, '{}');
    children = Array.from({ length: PROCESSES }, () =>
      fork('test/processes/n8nProcess.mts', [credential], {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
      }),
    );
    const cores = await Promise.all(children.map(message));
    expect(cores).toEqual(cores.map(() => expect.stringContaining(core) as string));
  });

  afterAll(() => {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true });
  });

  afterEach(async () => {
    await sandbox.close();
  });

  it.each([
    ['while the old refresh token still works', 86_400],
    ['although only one of them can use the refresh token', 0],
  ])('lose nothing at an expiry, %s', async (_how, refreshTokenGrace) => {
    sandbox = await connect(credential, refreshTokenGrace);
    for (let expiry = 1; expiry <= EXPIRIES; expiry++) {
      sandbox.control.expireAccessTokens();
      sandbox.control.resetStats();
      const outcomes = children.map(message);
      for (const child of children) child.send('go');
      expect((await Promise.all(outcomes)).flat()).toEqual(Array(PROCESSES * 6).fill('done'));
      expect(sandbox.control.stats().requests.token).toBeLessThanOrEqual(PROCESSES);
      expect(sandbox.control.stats().requests.token).toBeGreaterThanOrEqual(1);
    }
  });
});
