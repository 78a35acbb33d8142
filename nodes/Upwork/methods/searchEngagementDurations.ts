import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { query } from '../api/document';
import { listClient } from './listClient';

const document = query(
  'EngagementDurations',
  /* GraphQL */ `
    query EngagementDurations {
      proposalMetadata {
        engagementDurationValues {
          id
          label
        }
      }
    }
  `,
);

/** How long the work of a proposal can take, for the list of a resource locator. */
export async function searchEngagementDurations(
  this: ILoadOptionsFunctions,
): Promise<INodeListSearchResult> {
  const { proposalMetadata } = await listClient(this).send(document, {});
  return {
    results: (proposalMetadata?.engagementDurationValues ?? []).map(({ id, label }) => ({
      name: label ?? id,
      value: id,
    })),
  };
}
