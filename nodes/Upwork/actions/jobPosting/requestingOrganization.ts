import { query } from '../../api';
import type { UpworkClient } from '../../api';
import type { Parameters } from '../../fields/parameters';

const document = query(
  'OrganizationInUse',
  /* GraphQL */ `
    query OrganizationInUse {
      organization {
        id
      }
    }
  `,
);

/** Upwork: who posts has to be said in the request too. It is asked where neither node nor credential say it. */
export async function requestingOrganization(
  client: UpworkClient,
  parameters: Parameters,
): Promise<string> {
  const { organizationId } = await client.connection();
  const id = organizationId ?? (await client.send(document, {})).organization?.id;
  if (id) return id;
  throw parameters.invalid('organizationId', 'is empty, and Upwork names no organization either');
}
