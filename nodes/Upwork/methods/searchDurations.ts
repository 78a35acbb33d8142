import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { query } from '../api';
import { listClient } from './listClient';
import { filterEntries } from './listResult';

const document = query(
  'Durations',
  /* GraphQL */ `
    query Durations {
      proposalMetadata {
        engagementDurationValues {
          id
          label
        }
      }
    }
  `,
);

/** How long work can take. */
export async function searchDurations(
  this: ILoadOptionsFunctions,
  search?: string,
): Promise<INodeListSearchResult> {
  const { proposalMetadata } = await listClient(this).send(document, {});
  return filterEntries(
    search,
    (proposalMetadata?.engagementDurationValues ?? []).map(({ id, label }) => ({ id, label })),
  );
}
