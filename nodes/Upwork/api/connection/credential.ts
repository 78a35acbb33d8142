import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';

import type { Fault } from '../faults/fault';
import { LOCAL_URL } from './localUrl';
import { REQUESTS_PER_MINUTE } from '../rateLimiter';

export const CREDENTIAL_TYPE = 'upworkOAuth2Api';

/** Every place in n8n from which the nodes talk to Upwork. */
export type UpworkContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** What the nodes read of the credential; n8n itself handles the rest. */
export interface UpworkCredential {
  grantType: 'authorizationCode' | 'clientCredentials';
  environment: 'upwork' | 'sandbox';
  sandboxUrl: string;
  organizationId: string;
  /** Credentials that were saved before this field existed have none. */
  requestsPerMinute?: number;
  oauthTokenData?: { access_token?: string; refresh_token?: string; n8n_expires_at?: string };
}

const UPWORK_API = 'https://api.upwork.com';

/** Reads the stored credential afresh: n8n decrypts it from its database on each call. */
export async function readCredential(context: UpworkContext): Promise<UpworkCredential> {
  return await context.getCredentials<UpworkCredential>(CREDENTIAL_TYPE);
}

/** The root of the API that the credential's environment means, or why it can't be used. */
export function apiRoot(credential: UpworkCredential): { url: string } | { fault: Fault } {
  if (credential.environment !== 'sandbox') return { url: UPWORK_API };
  if (LOCAL_URL.test(credential.sandboxUrl)) return { url: new URL(credential.sandboxUrl).origin };
  return {
    fault: {
      kind: 'configuration',
      message: 'The Sandbox URL of the Upwork credential is not on your own machine or network',
      description:
        'It must be a loopback or private address, such as http://127.0.0.1:4010. For the real Upwork set Environment to Upwork.',
      passing: false,
      notExecuted: true,
    },
  };
}

/** What the user allows; 0 and anything else that is no limit means Upwork's own. */
export function requestsPerMinute({ requestsPerMinute: allowed }: UpworkCredential): number {
  return Number(allowed) >= 1
    ? Math.min(Number(allowed), REQUESTS_PER_MINUTE)
    : REQUESTS_PER_MINUTE;
}

/** n8n's id of the node's credential; processes and nodes share it. */
export function credentialId(context: UpworkContext): string {
  return context.getNode().credentials?.[CREDENTIAL_TYPE]?.id ?? '';
}

/** How n8n's users know the credential: by the name that they gave it. */
export function credentialLabel(context: UpworkContext): string {
  const name = context.getNode().credentials?.[CREDENTIAL_TYPE]?.name;
  return name ? `The Upwork credential "${name}"` : 'The Upwork credential';
}
