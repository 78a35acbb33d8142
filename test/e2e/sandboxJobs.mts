import { jsonObject, jsonObjects } from '../n8n/json.mts';
import type { Sandbox } from '../sandbox/index.mts';
import { askSandbox } from './askSandbox.mts';

const SEARCH = `query Search($words: String!, $count: Int!) {
  marketplaceJobPostingsSearch(
    marketPlaceJobFilter: { searchExpression_eq: $words, pagination_eq: { first: $count, after: "0" } }
    sortAttributes: [{ field: RECENCY }]
  ) { edges { node { id } } }
}`;

/** The IDs of the newest jobs with these words. */
export async function idsOfNewestJobs(
  sandbox: Sandbox,
  words: string,
  count: number,
): Promise<unknown[]> {
  const { marketplaceJobPostingsSearch } = await askSandbox(sandbox, SEARCH, { words, count });
  const { edges } = jsonObject(marketplaceJobPostingsSearch);
  return jsonObjects(edges).map(({ node }) => jsonObject(node).id);
}
