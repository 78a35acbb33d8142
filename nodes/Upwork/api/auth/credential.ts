import type { UpworkContext } from '../context';
import type { ApiFailure } from '../errors/failure';
import { REQUESTS_PER_MINUTE } from '../rateLimit/rateLimiter';
import { LOCAL_URL } from './localUrl';
import { isOrganizationId } from './organizationId';

export const CREDENTIAL_TYPE = 'upworkOAuth2Api';

/** What the nodes read of the credential; n8n itself handles the rest. */
export interface UpworkCredential {
  /** Absent unless the credential is for a service account. */
  grantType?: 'authorizationCode' | 'clientCredentials';
  environment: 'upwork' | 'sandbox';
  sandboxUrl: string;
  /** Whatever an expression evaluates to. */
  organizationId?: unknown;
  /** Absent in credentials that were saved before this field existed. */
  requestsPerMinute?: number;
  oauthTokenData?: { access_token?: string; refresh_token?: string; n8n_expires_at?: string };
}

const UPWORK_API = 'https://api.upwork.com';

/** Reads the stored credential: n8n decrypts it from its database on each call. */
export async function readCredential(context: UpworkContext): Promise<UpworkCredential> {
  return await context.getCredentials<UpworkCredential>(CREDENTIAL_TYPE);
}

/** The root URL of the API in the credential's environment, or why it can't be used. */
export function apiRoot(credential: UpworkCredential): { url: string } | { failure: ApiFailure } {
  if (credential.environment !== 'sandbox') return { url: UPWORK_API };
  if (LOCAL_URL.test(credential.sandboxUrl)) return { url: new URL(credential.sandboxUrl).origin };
  return {
    failure: {
      kind: 'configuration',
      message: 'The Sandbox URL of the Upwork credential is not on your own machine or network',
      description:
        "It must be a loopback or private address, such as http://127.0.0.1:4010. For the real Upwork set 'Environment' to Upwork.",
      retryable: false,
      notExecuted: true,
    },
  };
}

/** The credential's organization ID, empty if there is none, or why it is invalid. */
export function credentialOrganization({
  organizationId,
}: UpworkCredential): { id: string } | { failure: ApiFailure } {
  const id = String(organizationId ?? '').trim();
  if (id === '' || (isOrganizationId(id) && !isRounded(organizationId))) return { id };
  return {
    failure: {
      kind: 'configuration',
      message: 'The Organization ID of the Upwork credential is not an ID',
      description:
        'Enter its digits as text, or leave it empty for the organization that you selected at your last login to Upwork. Account: Get Organizations lists them.',
      retryable: false,
      notExecuted: true,
    },
  };
}

const isRounded = (value: unknown): boolean =>
  typeof value === 'number' && !Number.isSafeInteger(value);

/** The user's limit; 0 or an invalid value stands for Upwork's own. */
export function requestsPerMinute({ requestsPerMinute: limit }: UpworkCredential): number {
  return Number(limit) >= 1 ? Math.min(Number(limit), REQUESTS_PER_MINUTE) : REQUESTS_PER_MINUTE;
}

/** n8n's id of the node's credential. Nodes and processes share it. */
export function credentialId(context: UpworkContext): string {
  return context.getNode().credentials?.[CREDENTIAL_TYPE]?.id ?? '';
}

/** The credential, with the name that the user gave it. */
export function credentialLabel(context: UpworkContext): string {
  const name = context.getNode().credentials?.[CREDENTIAL_TYPE]?.name;
  return name ? `The Upwork credential "${name}"` : 'The Upwork credential';
}
