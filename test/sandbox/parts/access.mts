import { DEFAULT_ORGANIZATION, type Organization, ORGANIZATIONS } from '../world/account.mts';
import { UpworkError } from './part.mts';

/**
 * The organisation that a request speaks for: the personal one unless X-Upwork-API-TenantId asks for another.
 * What Upwork answers to an id that isn't the user's is unknown; "Authorization failed" is a guess.
 */
export function organizationFor(tenantId: string | undefined): Organization {
  if (tenantId === undefined || tenantId === '') return DEFAULT_ORGANIZATION;
  const found = ORGANIZATIONS.find(({ id }) => id === tenantId);
  if (!found) throw new UpworkError('Authorization failed');
  return found;
}
