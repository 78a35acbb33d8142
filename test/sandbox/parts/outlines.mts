import type { Part } from './part.mts';

const NOTHING = { totalCount: 0, pageInfo: { endCursor: null, hasNextPage: false } };

/** Parts of Upwork that are only there to be asked for: empty, behind their permissions. */
export function outlinesPart(): Part {
  return {
    needs: {
      'Query.ontologyCategories': 'Ontology – Read-Only',
      'Query.clientProposals': 'Client Proposals – Read and Write',
      'CurrentOrganization.jobPosting': 'Job Postings – Read-Only',
    },
    enterpriseOnly: [],
    roots: {
      ontologyCategories: () => [],
      clientProposals: () => NOTHING,
    },
  };
}
