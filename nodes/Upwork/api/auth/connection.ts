import { DateTime } from 'luxon';

import type { Clock } from '../clock';
import type { UpworkContext } from '../context';
import { REQUESTS_PER_DAY } from '../rateLimit/rateLimiter';
import { latestLimitHeaders, limiterFor } from '../state';
import type { LimitHeaders } from '../state';
import { apiRoot, credentialOrganization, readCredential } from './credential';

/** The connection between n8n and Upwork, as far as this process knows it. */
export interface Connection {
  environment: 'upwork' | 'sandbox';
  /** Null for the organization that the user selected at the last login. */
  organizationId: string | null;
  /** ISO 8601; null where n8n does not store it: 1.x never does. */
  tokenExpiresAt: string | null;
  canBeRenewed: boolean;
  requestsLeftToday: number;
}

/** Reads the state of the connection without a request. */
export async function readConnection(
  context: UpworkContext,
  organizationId: string | undefined,
  clock: Clock,
): Promise<Connection> {
  const credential = await readCredential(context);
  const { n8n_expires_at: expiresAt, refresh_token: refreshToken } =
    credential.oauthTokenData ?? {};
  const root = apiRoot(credential);
  const organization = credentialOrganization(credential);
  const ownId = 'id' in organization ? organization.id : '';
  const sent = 'url' in root ? limiterFor(root.url, clock).requestsInLastDay() : 0;
  return {
    environment: credential.environment,
    organizationId: (organizationId ?? ownId) || null,
    tokenExpiresAt: expiresAt ? DateTime.fromMillis(Number(expiresAt)).toUTC().toISO() : null,
    canBeRenewed: credential.grantType === 'clientCredentials' || Boolean(refreshToken),
    requestsLeftToday: Math.max(0, REQUESTS_PER_DAY - sent),
  };
}

/** The rate limit headers of the latest 429; null if this process has received none. */
export async function readLimitHeaders(
  context: UpworkContext,
  clock: Clock,
): Promise<LimitHeaders | null> {
  const root = apiRoot(await readCredential(context));
  return 'url' in root ? latestLimitHeaders(limiterFor(root.url, clock)) : null;
}
