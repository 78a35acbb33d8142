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

/** The organization that posts. Upwork: the request has to name it, so it is asked for if neither node nor credential do. */
export async function requestingOrganization(
  client: UpworkClient,
  parameters: Parameters,
): Promise<string> {
  const { organizationId } = await client.connection();
  const id = organizationId ?? (await client.send(document, {})).organization?.id;
  if (id) return id;
  throw parameters.invalid('organizationId', 'is empty, and Upwork names no organization either');
}
