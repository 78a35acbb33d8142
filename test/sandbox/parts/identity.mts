import { ME, type Organization, ORGANIZATIONS } from '../world/account.mts';
import { organizationFor } from './access.mts';
import type { Part, RequestContext } from './part.mts';
import { CREATED, genericOrganization, genericUser } from './people.mts';

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

export const COMMON = 'Common Entities – Read-Only';

/**
 * Who is connected: `user`, `organization`, `companySelector`.
 * @param lists the fields of `organization` that other parts resolve
 */
export function identityPart(lists: object): Part {
  return {
    needs: {
      'Query.user': COMMON,
      'Query.organization': COMMON,
      'Query.companySelector': COMMON,
      'DateTime.*': COMMON,
      'Money.*': COMMON,
      'PageInfo.*': COMMON,
    },
    enterpriseOnly: ['CompanySelectorItem.typeTitle'],
    roots: {
      user: () => ({ ...genericUser(ME), email: 'robin@sandbox.example' }),
      organization: (_: unknown, { organizationId }: RequestContext) => ({
        ...genericOrganization(organizationFor(organizationId)),
        photoUrl: null,
        creationDate: CREATED,
        ...lists,
      }),
      companySelector: () => ({ items: ORGANIZATIONS.map(asSelectorItem) }),
    },
  };
}
