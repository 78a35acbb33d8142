import { allMatch, held, notSeen, unseen } from '../assumption';
import type { Assumption } from '../assumption';

export const organizations: readonly Assumption[] = [
  {
    fact: 'The ID of an organization has digits only.',
    check: (evidence) =>
      allMatch(evidence.texts('CompanySelectorItem.organizationId'), /^\d+$/, 'IDs'),
  },
  {
    fact: "The `flag` of an organization says whether it is a client or an agency. A freelancer's own organization is neither.",
    check(evidence) {
      const [client] = evidence.values('OrganizationFlag.client');
      const [agency] = evidence.values('OrganizationFlag.agency');
      if (typeof client !== 'boolean' || typeof agency !== 'boolean') {
        return notSeen('Upwork returned no flag.');
      }
      const kinds = [...(client ? ['a client'] : []), ...(agency ? ['an agency'] : [])];
      return held(`The organization in use is ${kinds.join(' and ') || 'neither'}.`);
    },
  },
  {
    fact: 'In `companySelector`, an organization that works and is a business is an agency.',
    check: unseen('The list does not say what an agency is.'),
  },
];
