import { query } from '../../api';
import { organizationKind } from '../../records/organization';
import type { Operation } from '../operation';
import { simplifyField } from '../../fields/simplify';

const document = query(
  'AccountGet',
  /* GraphQL */ `
    query AccountGet {
      user {
        id
        name
        email
        ciphertext
      }
      organization {
        id
        name
        flag {
          client
          agency
        }
      }
    }
  `,
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get the connected account',
  description: 'Get the connected user and the organization that is used',
  output: 'account',
  permission: 'Common Entities – Read-Only',
  fields: [simplifyField],

  async execute(client, parameters) {
    const answer = await client.send(document, {});
    if (!parameters.flag('simplify')) return [answer];
    const { user, organization } = answer;
    const { organizationId } = await client.connection();
    return [
      {
        userId: user?.id ?? null,
        name: user?.name ?? null,
        email: user?.email ?? null,
        profileKey: user?.ciphertext ?? null,
        organizationId: organization?.id ?? null,
        organizationName: organization?.name ?? null,
        organizationKind: organizationKind(organization?.flag),
        // Whether it was asked for, or is the one that the user selected at the last login.
        organizationChosenBy: organizationId ? 'organizationId' : 'lastLogin',
      },
    ];
  },
};
