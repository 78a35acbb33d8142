import { jsonObject, jsonObjects } from '../n8n/json.mts';
import type { Sandbox } from '../sandbox/index.mts';

const SEARCH = `query Search($words: String!, $count: Int!) {
  marketplaceJobPostingsSearch(
    marketPlaceJobFilter: { searchExpression_eq: $words, pagination_eq: { first: $count, after: "0" } }
    sortAttributes: [{ field: RECENCY }]
  ) { edges { node { id } } }
}`;

/** The ids of the newest jobs with these words, asked of the sandbox itself and not by way of the package. */
export async function idsOfNewestJobs(
  sandbox: Sandbox,
  words: string,
  count: number,
): Promise<unknown[]> {
  const response = await fetch(`${sandbox.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sandbox.issueTokens().access_token}`,
      'content-type': 'application/json',
      'user-agent': 'n8n-nodes-upwork tests',
    },
    body: JSON.stringify({ query: SEARCH, variables: { words, count } }),
  });
  const { data } = jsonObject(await response.json());
  const { edges } = jsonObject(jsonObject(data).marketplaceJobPostingsSearch);
  return jsonObjects(edges).map(({ node }) => jsonObject(node).id);
}
