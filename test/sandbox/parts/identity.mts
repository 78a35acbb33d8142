import { type Part, type RequestContext, UpworkError } from './part.mts';

// One person with three hats. Upwork shows the personal one unless X-Upwork-API-TenantId asks for another.

const CREATED = '2019-03-11T08:20:15+0000';

interface Organization {
  id: string;
  name: string;
  kind: 'freelancer' | 'agency' | 'client';
}

export const DEFAULT_ORGANIZATION: Organization = {
  id: '1534000000000000001',
  name: 'Robin Sandbox',
  kind: 'freelancer',
};

const ORGANIZATIONS: Organization[] = [
  DEFAULT_ORGANIZATION,
  { id: '1534000000000000002', name: 'Sandbox Agency', kind: 'agency' },
  { id: '1534000000000000003', name: 'Sandbox Client Ltd', kind: 'client' },
];

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

function asOrganization({ id, name, kind }: Organization) {
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
        id: '1534000000000000100',
        nid: 'robinsandbox',
        rid: '100100',
        email: 'robin@sandbox.example',
        name: 'Robin Sandbox',
        photoUrl: null,
        ciphertext: '~01534000000000000100',
      }),
      organization: (_: unknown, { organizationId }: RequestContext) =>
        asOrganization(organizationFor(organizationId)),
      companySelector: () => ({ items: ORGANIZATIONS.map(asSelectorItem) }),
    },
  };
}
