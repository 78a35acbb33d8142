import { query } from '../../../../api';
import { acceptedOrRefused, unseen } from '../assumption';
import type { Assumption } from '../assumption';

const largePage = query(
  'CheckLargePostingPage',
  /* GraphQL */ `
    query CheckLargePostingPage {
      organization {
        jobPosting(jobPostingFilter: { pagination_eq: { first: 51 } }) {
          totalCount
        }
      }
    }
  `,
);

export const jobPostings: readonly Assumption[] = [
  {
    fact: "A payment field that doesn't fit the job type is ignored.",
    check: unseen("Can't be checked without changing something on Upwork."),
  },
  {
    fact: "The largest page of job postings isn't known. The code requests 50, the limit of other lists for clients.",
    documents: [largePage],
    check: (evidence) => acceptedOrRefused(evidence, largePage, 'a page of 51'),
  },
];
