import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { organizationKind } from '../api';
import { listOrganizations } from '../records/organization';
import { listClient } from './listClient';
import { withNote } from './listResult';

/** The organizations that the connected user can act for, for the list of a resource locator. */
export async function searchOrganizations(
  this: ILoadOptionsFunctions,
): Promise<INodeListSearchResult> {
  const organizations = await listOrganizations(listClient(this));
  return {
    results: organizations.map((organization) => ({
      name: withNote(
        organization.title ?? organization.organizationId,
        organizationKind(organization),
      ),
      value: organization.organizationId,
    })),
  };
}
