import { query } from '../../api';
import type { GraphqlDocument, PermissionName } from '../../api';

type Probe = GraphqlDocument<object, Record<string, never>>;

/**
 * The smallest read that each permission allows; null if it allows
 * nothing but changes, or reads that another one allows too. One request each: Upwork aborts a whole
 * query for one blocked field, so together they would hide each other.
 */
export const PROBES: Record<PermissionName, Probe | null> = {
  'Common Entities – Read-Only': query(
    'ProbeCommon',
    /* GraphQL */ `
      query ProbeCommon {
        user {
          id
        }
      }
    `,
  ),
  'Read marketplace Job Postings': query(
    'ProbeMarketplace',
    /* GraphQL */ `
      query ProbeMarketplace {
        marketplaceJobPostingsSearch(
          marketPlaceJobFilter: { pagination_eq: { first: 1, after: "0" } }
          searchType: USER_JOBS_SEARCH
        ) {
          totalCount
        }
      }
    `,
  ),
  'Own proposals (name not known)': query(
    'ProbeOwnProposals',
    /* GraphQL */ `
      query ProbeOwnProposals {
        vendorProposals(
          filter: { status_eq: Accepted }
          sortAttribute: { field: CREATEDDATETIME, sortOrder: DESC }
          pagination: { first: 1 }
        ) {
          totalCount
        }
      }
    `,
  ),
  'Submit Proposal': null,
  'Job Postings – Read-Only': query(
    'ProbeJobPostings',
    /* GraphQL */ `
      query ProbeJobPostings {
        organization {
          jobPosting(jobPostingFilter: { pagination_eq: { first: 1 } }) {
            totalCount
          }
        }
      }
    `,
  ),
  'Messaging – Read-Only': query(
    'ProbeMessaging',
    /* GraphQL */ `
      query ProbeMessaging {
        roomList(pagination: { first: 1 }) {
          totalCount
        }
      }
    `,
  ),
  'Messaging – Read and Write': null,
  'Job Postings - Read and Write Access': null,
  // No job posting has this id. Whether the permission is there is decided before anybody looks.
  'Client Proposals – Read and Write': query(
    'ProbeClientProposals',
    /* GraphQL */ `
      query ProbeClientProposals {
        clientProposals(jobPostingId: "1", pagination: { first: 1 }) {
          totalCount
        }
      }
    `,
  ),
  'Ontology – Read-Only': query(
    'ProbeOntology',
    /* GraphQL */ `
      query ProbeOntology {
        ontologyCategories {
          id
        }
      }
    `,
  ),
  // No profile has this key.
  'Talent Profile – Read and Write Public': query(
    'ProbeTalentProfile',
    /* GraphQL */ `
      query ProbeTalentProfile {
        talentProfileByProfileKey(profileKey: "~01") {
          personId
        }
      }
    `,
  ),
};
