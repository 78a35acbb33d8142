import { DEFAULT_ORGANIZATION, type Organization, ORGANIZATIONS } from '../world/account.mts';
import { type RequestContext, UpworkError } from './part.mts';

/**
 * The organization that a request acts for: the personal one unless X-Upwork-API-TenantId names
 * another. How Upwork responds to an ID that isn't the user's is unknown; "Authorization failed" is
 * a guess.
 */
export function organizationFor(tenantId: string | undefined): Organization {
  if (tenantId === undefined || tenantId === '') return DEFAULT_ORGANIZATION;
  const found = ORGANIZATIONS.find(({ id }) => id === tenantId);
  if (!found) throw new UpworkError('Authorization failed');
  return found;
}

type Resolver<Args, Result> = (args: Args, context: RequestContext) => Result;

/** For organizations on one side only; to the others, Upwork denies access. */
function onlyFor(isRightSide: (organization: Organization) => boolean) {
  return <Args, Result>(resolve: Resolver<Args, Result>): Resolver<Args, Result> =>
    (args, context) => {
      if (!isRightSide(organizationFor(context.organizationId))) {
        throw new UpworkError('Authorization failed');
      }
      return resolve(args, context);
    };
}

export const forClients = onlyFor(({ kind }) => kind === 'client');
export const forVendors = onlyFor(({ kind }) => kind !== 'client');
