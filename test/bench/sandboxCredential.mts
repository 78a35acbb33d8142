import type { Sandbox } from '../sandbox/index.mts';

/** A connected credential for a sandbox. */
export type SandboxCredential = ReturnType<typeof credentialFor>;

export const credentialFor = (sandbox: Sandbox) => ({
  ...sandbox.key,
  environment: 'sandbox',
  sandboxUrl: sandbox.url,
  allowedDomains: '127.0.0.1',
  oauthTokenData: { ...sandbox.issueTokens() },
});
