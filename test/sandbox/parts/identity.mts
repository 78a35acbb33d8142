import { DEFAULT_ORGANIZATION, ME, type Organization, ORGANIZATIONS } from '../world/account.mts';
import { type Part, type RequestContext, UpworkError } from './part.mts';

// Upwork shows the personal organisation unless X-Upwork-API-TenantId asks for another.

const CREATED = '2019-03-11T08:20:15+0000';

/**
 * The organisation that a request speaks for.
 * What Upwork answers to an id that isn't the user's is unknown; "Authorization failed" is a guess.
 */
export function organizationFor(tenantId: string | undefined): Organization {
  if (tenantId === undefined || tenantId === '') return DEFAULT_ORGANIZATION;
  const found = ORGANIZATIONS.find(({ id }) => id === tenantId);
  if (!found) throw new UpworkError('Authorization failed');
  return found;
}

/** An organisation of the connected person, or of somebody else. */
export function asOrganization({ id, name, kind }: Organization) {
  return {
    id,
    rid: id.slice(-6),
    legacyId: id.slice(-6),
    name,
    type: kind === 'freelancer' ? 'SOLE_PROPRIETOR' : 'BUSINESS',
    legacyType: kind === 'client' ? 'CLIENT' : 'VENDOR',
    flag: {
      client: kind === 'client',
      vendor: kind !== 'client',
      agency: kind === 'agency',
      individual: kind === 'freelancer',
    },
    active: true,
    hidden: false,
    photoUrl: null,
    creationDate: CREATED,
    jobPosting: { totalCount: 0, pageInfo: { endCursor: null, hasNextPage: false } },
  };
}

function asSelectorItem({ id, name, kind }: Organization) {
  return {
    title: name,
    photoUrl: null,
    organizationId: id,
    organizationRid: id.slice(-6),
    organizationType: kind === 'freelancer' ? 'SoleProprietor' : 'Business',
    organizationLegacyType: kind === 'client' ? 'Client' : 'Vendor',
    organizationEnterpriseType: 'Standard',
    legacyEnterpriseOrganization: false,
    typeTitle: { freelancer: 'Freelancer', agency: 'Agency', client: 'Client' }[kind],
  };
}

const COMMON = 'Common Entities – Read-Only';

/** Who is connected: `user`, `organization`, `companySelector`. */
export function identityPart(): Part {
  return {
    needs: {
      'Query.user': COMMON,
      'Query.organization': COMMON,
      'Query.companySelector': COMMON,
      'Money.*': COMMON,
      'PageInfo.*': COMMON,
    },
    enterpriseOnly: ['CompanySelectorItem.typeTitle'],
    roots: {
      user: () => ({
        ...ME,
        email: 'robin@sandbox.example',
        photoUrl: null,
        ciphertext: `~0${ME.id}`,
      }),
      organization: (_: unknown, { organizationId }: RequestContext) =>
        asOrganization(organizationFor(organizationId)),
      companySelector: () => ({ items: ORGANIZATIONS.map(asSelectorItem) }),
    },
  };
}
