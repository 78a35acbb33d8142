import { DateTime } from 'luxon';

import type { Clock } from '../clock';
import { apiRoot, readCredential } from './credential';
import type { UpworkContext } from './credential';
import { limiterFor } from '../limits/limiters';
import { REQUESTS_PER_DAY } from '../rateLimiter';

/** How things stand between n8n and Upwork, as far as this process knows. */
export interface ConnectionState {
  environment: 'upwork' | 'sandbox';
  /** Null: the organization that the user selected at the last login answers. */
  organizationId: string | null;
  /** ISO 8601; null where n8n does not note it: 1.x never does. */
  tokenExpiresAt: string | null;
  canBeRenewed: boolean;
  requestsLeftToday: number;
}

/** Reads the state without a request. */
export async function connectionState(
  context: UpworkContext,
  organizationId: string | undefined,
  clock: Clock,
): Promise<ConnectionState> {
  const credential = await readCredential(context);
  const { n8n_expires_at: expiresAt, refresh_token: refreshToken } =
    credential.oauthTokenData ?? {};
  const root = apiRoot(credential);
  const sent = 'url' in root ? limiterFor(root.url, clock).requestsToday() : 0;
  return {
    environment: credential.environment,
    organizationId: (organizationId ?? credential.organizationId) || null,
    tokenExpiresAt: expiresAt ? DateTime.fromMillis(Number(expiresAt)).toUTC().toISO() : null,
    canBeRenewed: credential.grantType === 'clientCredentials' || Boolean(refreshToken),
    requestsLeftToday: Math.max(0, REQUESTS_PER_DAY - sent),
  };
}
