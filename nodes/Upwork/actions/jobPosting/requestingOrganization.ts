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

/**
 * The organization that posts the job. Upwork: the request must name it. If neither the node nor
 * the credential does, this asks Upwork.
 */
export async function requestingOrganization(
  client: UpworkClient,
  parameters: Parameters,
): Promise<string> {
  const { organizationId } = await client.connection();
  const id = organizationId ?? (await client.send(document, {})).organization?.id;
  if (id) return id;
  throw parameters.invalid(
    'organizationId',
    'is empty, and Upwork does not say which organization is in use',
    'Choose your client organization.',
  );
}
