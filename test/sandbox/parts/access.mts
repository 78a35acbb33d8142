import { DEFAULT_ORGANIZATION, type Organization, ORGANIZATIONS } from '../world/account.mts';
import { type RequestContext, UpworkError } from './part.mts';

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

type Resolver<Args, Result> = (args: Args, context: RequestContext) => Result;

/** For organisations of one side only; to the other, Upwork says that it may not. */
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
