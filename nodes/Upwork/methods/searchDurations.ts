import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { query } from '../api';
import { filterEntries } from './entries';
import { listClient } from './listClient';

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
  typed?: string,
): Promise<INodeListSearchResult> {
  const { proposalMetadata } = await listClient(this).send(document, {});
  return filterEntries(
    typed,
    (proposalMetadata?.engagementDurationValues ?? []).map(({ id, label }) => ({ id, label })),
  );
}
