import type { UpworkClient } from '../../api/client';
import { query } from '../../api/documents/document';

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
export async function readOrganizations(client: UpworkClient) {
  const { companySelector } = await client.send(document, {});
  return companySelector.items;
}
