import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './command.mts';
import { jsonObject } from './json.mts';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Packs the built project and installs it in n8n's data folder as n8n's own installer does: a copy
 * in nodes/node_modules, its package.json without the dependencies that are not needed at runtime,
 * and a package.json that lists what is installed. n8n loads every package there (its database only
 * lists them in the settings).
 */
export async function installPackage(dataFolder: string): Promise<void> {
  const packed = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-pack-'));
  try {
    const options = { cwd: PROJECT, env: process.env, log: join(packed, 'log') };
    await runToEnd('npm', ['pack', '--ignore-scripts', '--pack-destination', packed], options);
    const { name, version } = await manifest(PROJECT);
    const nodes = join(dataFolder, '.n8n', 'nodes');
    const folder = join(nodes, 'node_modules', name);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const tarball = join(packed, `${name}-${version}.tgz`);
    await runToEnd('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], options);
    const { content } = await manifest(folder);
    for (const key of ['devDependencies', 'peerDependencies', 'optionalDependencies']) {
      Reflect.deleteProperty(content, key);
    }
    await writeJson(join(folder, 'package.json'), content);
    await writeJson(join(nodes, 'package.json'), {
      name: 'installed-nodes',
      private: true,
      dependencies: { [name]: version },
    });
  } finally {
    await rm(packed, { recursive: true, force: true });
  }
}

async function manifest(folder: string) {
  const content = jsonObject(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  return { content, name: String(content.name), version: String(content.version) };
}

async function writeJson(file: string, content: object): Promise<void> {
  await writeFile(file, JSON.stringify(content, null, 2));
}
