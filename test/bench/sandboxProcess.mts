// The sandbox in a separate process, so that its work is not attributed to the nodes.
import { startSandbox } from '../sandbox/index.mts';
import type { SandboxOptions } from '../sandbox/index.mts';
import { readInput } from './childProcess.mts';

/** A connected credential for the sandbox. */
export type SandboxCredential = typeof credential;

const sandbox = await startSandbox(readInput() as Partial<SandboxOptions>);
const credential = {
  ...sandbox.key,
  environment: 'sandbox',
  sandboxUrl: sandbox.url,
  allowedDomains: '127.0.0.1',
  oauthTokenData: { ...sandbox.issueTokens() },
};
process.send?.(credential);
process.once('disconnect', () => void sandbox.close());
