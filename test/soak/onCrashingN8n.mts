import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n } from '../n8n/install.mts';
import { installPackage } from '../n8n/package.mts';
import { step } from '../n8n/progress.mts';
import { sandboxCredential } from '../n8n/workflows.mts';
import type { Sandbox } from '../sandbox/index.mts';
import { type CrashingN8n, startCrashingN8n } from './crashingN8n.mts';

/**
 * Does the work on a new n8n with the package and a connected credential, and removes everything afterwards, the
 * sandbox included. `settings` are environment variables of n8n.
 */
export async function onCrashingN8n<T>(
  startSandbox: () => Promise<Sandbox>,
  settings: Record<string, string>,
  work: (sandbox: Sandbox, n8n: CrashingN8n, credentialId: string) => Promise<T>,
): Promise<T> {
  const install = await installN8n();
  const dataFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-soak-'));
  const sandbox = await startSandbox();
  try {
    await installPackage(dataFolder);
    const n8n = await step('Starting n8n', '30 seconds', () =>
      startCrashingN8n(install, dataFolder, settings),
    );
    try {
      const credentialId = await n8n.client.saveCredential(sandboxCredential(sandbox));
      await n8n.client.connect(credentialId);
      return await work(sandbox, n8n, credentialId);
    } finally {
      await n8n.stop();
    }
  } finally {
    await sandbox.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
