import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nClient } from '../n8n/client.mts';
import { installN8n } from '../n8n/install.mts';
import { type N8n, startN8n } from '../n8n/launch.mts';
import { installPackage } from '../n8n/package.mts';
import { freePort } from '../n8n/ports.mts';
import { sandboxCredential } from '../n8n/workflows.mts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.mts';

/** On a new machine, n8n is installed first. */
export const SETUP_LIMIT_MS = 40 * 60_000;

/** A real n8n with the package, and a credential that is connected to a sandbox. */
export interface World {
  readonly sandbox: Sandbox;
  readonly credentialId: string;
  /** The running n8n, and a client that is signed in; both are replaced by a restart. */
  n8n: N8n;
  client: N8nClient;
  /** Starts n8n again on the same data, after it has ended. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(options: Partial<SandboxOptions> = {}): Promise<World> {
  const install = await installN8n();
  const dataFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-e2e-'));
  /** The clean-up of everything that has been set up so far, in reverse order. */
  const cleanUps = [() => rm(dataFolder, { recursive: true, force: true })];
  const stop = async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  };
  const startHere = async () => {
    const n8n = await startN8n({ install, dataFolder, port: await freePort() });
    cleanUps.unshift(n8n.stop);
    const client = new N8nClient(n8n.url);
    await client.signIn();
    return { n8n, client };
  };
  try {
    const sandbox = await startSandbox(options);
    cleanUps.unshift(() => sandbox.close());
    await installPackage(dataFolder);
    const running = await startHere();
    const credentialId = await running.client.saveCredential(sandboxCredential(sandbox));
    await running.client.connect(credentialId);
    const world: World = {
      ...running,
      sandbox,
      credentialId,
      restart: async () => {
        Object.assign(world, await startHere());
      },
      stop,
    };
    return world;
  } catch (error) {
    await stop();
    throw error;
  }
}
