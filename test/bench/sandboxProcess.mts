// The sandbox in a process of its own, so that its work does not count as the nodes'.
import { startSandbox } from '../sandbox/index.mts';

const JOBS = 10_000;

const sandbox = await startSandbox({ jobs: JOBS, perSecond: 0, perMinute: 0, perDay: 0 });
/** A connected credential for the sandbox. */
export type SandboxCredential = typeof credential;

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
