import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../n8n/ports.mts';
import type { Service } from './service.mts';
import { startServer } from './server.mts';

/** A Redis for n8n's queue, without persistence. */
export async function startRedis(
  redisServer: string,
  folder: string,
  password: string,
): Promise<Service> {
  const port = await freePort();
  const settings = join(folder, 'redis.conf');
  await mkdir(folder);
  await writeFile(
    settings,
    `bind 127.0.0.1\nport ${port}\nrequirepass ${password}\nsave ""\ndir ${folder}\n`,
    { mode: 0o600 },
  );
  const { stop } = await startServer(
    'Redis',
    [redisServer, settings],
    folder,
    'Ready to accept connections',
  );
  return {
    stop,
    settings: {
      QUEUE_BULL_REDIS_HOST: '127.0.0.1',
      QUEUE_BULL_REDIS_PORT: String(port),
      QUEUE_BULL_REDIS_PASSWORD: password,
    },
  };
}
