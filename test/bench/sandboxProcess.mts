// The sandbox in a process of its own, so that its work does not count as the nodes'.
import { startSandbox } from '../sandbox/index.mts';
import type { SandboxOptions } from '../sandbox/index.mts';
import { orderOf } from './childProcess.mts';

/** A connected credential for the sandbox. */
export type SandboxCredential = typeof credential;

const sandbox = await startSandbox(orderOf() as Partial<SandboxOptions>);
const credential = {
  ...sandbox.key,
  grantType: 'authorizationCode',
  environment: 'sandbox',
  sandboxUrl: sandbox.url,
  allowedDomains: '127.0.0.1',
  oauthTokenData: { ...sandbox.issueTokens() },
};
process.send?.(credential);
process.once('disconnect', () => void sandbox.close());
