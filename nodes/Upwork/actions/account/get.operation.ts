import { query } from '../../api';
import { outputOf, simplifyField } from '../../fields/simplify';
import { toAccount } from '../../records/account';
import type { Operation } from '../operation';

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
  description: 'Get the connected account: the user and the organization in use',
  output: 'account',
  permissions: ['Common Entities – Read-Only'],
  fields: [simplifyField],

  async execute(client, parameters) {
    const data = await client.send(document, {});
    const { organizationId } = await client.connection();
    return [outputOf(parameters, toAccount(organizationId))(data)];
  },
};
