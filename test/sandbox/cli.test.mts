import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { call, sandboxForTests } from '../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

function cli(...options: string[]) {
  return spawn(process.execPath, ['--import', 'tsx', 'test/sandbox/cli.mts', ...options]);
}

async function run(...options: string[]) {
  const child = cli(...options);
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code: child.exitCode, out, err };
}

describe('npm run sandbox', () => {
  it('prints help', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('--token-lifetime');
    expect(out).toContain('--unknown-ids');
  });

  it('reports that the port is taken', async () => {
    const { sandbox } = await start();
    const { port } = new URL(sandbox.url);
    expect(await run('--port', port)).toEqual({
      code: 1,
      out: '',
      err: `Port ${port} is taken on 127.0.0.1: choose another one for the sandbox.\n`,
    });
  });

  it.each([
    [['--jobs', 'many'], '--jobs must be a whole number'],
    [['--fault', 'graphql:nonsense:1'], "can't be read"],
    [['--unknown-ids', 'maybe'], '--unknown-ids must be likely, errors or nulls'],
    [['--port', '0', '--without-permission', 'None such'], 'no permission "None such"'],
  ])('refuses %j', async (options, message) => {
    const { code, err } = await run(...options);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  it('starts, applies its options, and stops on a signal', async () => {
    const child = cli(
      '--port',
      '0',
      '--jobs',
      '5',
      '--fault',
      'graphql:429:1',
      '--per-minute',
      '1',
      '--no-retry-after',
    );
    const greeting = String(await once(child.stdout, 'data'));
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0] ?? '';
    expect(greeting).toContain('sandbox-client-id');
    expect((await call(`${url}/graphql`, { method: 'POST', body: '{}' })).status).toBe(429);
    const again = await call(`${url}/graphql`, { method: 'POST', body: '{}' });
    expect(again.status).toBe(429);
    expect(again.headers.has('retry-after')).toBe(false);
    child.kill('SIGINT');
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });
});
