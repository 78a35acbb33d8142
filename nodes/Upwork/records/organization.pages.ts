import { query } from '../api';
import type { UpworkClient } from '../api';

const document = query(
  'Organizations',
  /* GraphQL */ `
    query Organizations {
      companySelector {
        items {
          organizationId
          title
          organizationType
          organizationLegacyType
        }
      }
    }
  `,
);

/** The organizations that the connected user can act for. Upwork gives all of them at once. */
export async function listOrganizations(client: UpworkClient) {
  const { companySelector } = await client.send(document, {});
  return companySelector.items;
}
