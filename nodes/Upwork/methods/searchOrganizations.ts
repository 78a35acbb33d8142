import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listOrganizations } from '../records/organization';
import { listClient } from './listClient';

/** The organizations that the connected user can act for, for the list of a resource locator. */
export async function searchOrganizations(
  this: ILoadOptionsFunctions,
): Promise<INodeListSearchResult> {
  const organizations = await listOrganizations(listClient(this));
  return {
    results: organizations.map(({ title, organizationId }) => ({
      name: title ?? organizationId,
      value: organizationId,
    })),
  };
}
