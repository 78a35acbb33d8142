import { query } from '../../../../api';
import {
  allOf,
  failsWith,
  findIn,
  held,
  acceptedOrRefused,
  notHeld,
  notSeen,
  unseen,
} from '../assumption';
import type { Assumption } from '../assumption';
import { agencyMembers } from '../../../proposal/freelancer';

const LISTED_PROPOSALS = /* GraphQL */ `
  fragment ListedProposals on VendorProposalsConnection {
    edges {
      node {
        id
        status {
          status
        }
      }
    }
  }
`;

const statusLists = query(
  'CheckProposalStatuses',
  /* GraphQL */ `
    query CheckProposalStatuses($sort: VendorProposalSortAttribute!, $pagination: Pagination!) {
      Accepted: vendorProposals(
        filter: { status_eq: Accepted }
        sortAttribute: $sort
        pagination: $pagination
      ) {
        ...ListedProposals
      }
      Activated: vendorProposals(
        filter: { status_eq: Activated }
        sortAttribute: $sort
        pagination: $pagination
      ) {
        ...ListedProposals
      }
      Archived: vendorProposals(
        filter: { status_eq: Archived }
        sortAttribute: $sort
        pagination: $pagination
      ) {
        ...ListedProposals
      }
      Hired: vendorProposals(
        filter: { status_eq: Hired }
        sortAttribute: $sort
        pagination: $pagination
      ) {
        ...ListedProposals
      }
    }
    ${LISTED_PROPOSALS}
  `,
  {
    example: () => ({
      sort: { field: 'CREATEDDATETIME', sortOrder: 'DESC' },
      pagination: { first: 20 },
    }),
  },
);

const fromZero = query(
  'CheckProposalsFromZero',
  /* GraphQL */ `
    query CheckProposalsFromZero {
      vendorProposals(
        filter: { status_eq: Accepted }
        sortAttribute: { field: CREATEDDATETIME, sortOrder: DESC }
        pagination: { first: 20, after: "0" }
      ) {
        totalCount
      }
    }
  `,
);

const fullPage = query(
  'CheckFullProposalPage',
  /* GraphQL */ `
    query CheckFullProposalPage {
      vendorProposals(
        filter: { status_eq: Accepted }
        sortAttribute: { field: CREATEDDATETIME, sortOrder: DESC }
        pagination: { first: 40 }
      ) {
        totalCount
      }
    }
  `,
);

const largeReceivedPage = query(
  'CheckLargeReceivedPage',
  /* GraphQL */ `
    query CheckLargeReceivedPage($jobPostingId: ID!) {
      clientProposals(jobPostingId: $jobPostingId, pagination: { first: 41 }) {
        totalCount
      }
    }
  `,
  { example: (first) => ({ jobPostingId: first('JobPosting.id') }) },
);

const byLastChange = query(
  'CheckProposalsByLastChange',
  /* GraphQL */ `
    query CheckProposalsByLastChange($jobPostingId: ID!) {
      jobPosting(jobPostingId: $jobPostingId) {
        proposalsStatistics {
          totalProposals
        }
      }
      clientProposals(
        jobPostingId: $jobPostingId
        sortAttribute: { field: MODIFIEDDATETIME, sortOrder: DESC }
        pagination: { first: 40 }
      ) {
        totalCount
        edges {
          node {
            auditDetails {
              modifiedDateTime {
                rawValue
              }
            }
          }
        }
      }
    }
  `,
  { example: (first) => ({ jobPostingId: first('JobPosting.id') }) },
);

const ONLY_A_CHANGE = unseen("Can't be checked without changing something on Upwork.");
const ONLY_WITH_TIME = unseen("Can't be checked without watching the proposals for a while.");

export const proposals: readonly Assumption[] = [
  {
    fact: '`vendorProposals` has one list for each status, and a proposal may be in several. `status.status` is the real status.',
    documents: [statusLists],
    check: (evidence) =>
      findIn(evidence, statusLists, (data) => {
        const found = Object.entries(data).flatMap(([list, { edges }]) =>
          (edges ?? []).flatMap((edge) => (edge?.node ? [{ list, ...edge.node }] : [])),
        );
        if (found.length === 0) return notSeen('There are no proposals with these statuses.');
        const repeated = found.length - new Set(found.map(({ id }) => id)).size;
        const mismatched = found.filter(({ list, status }) => status?.status !== list).length;
        const details = `${found.length} proposals in 4 lists: ${repeated} of them were already in another list, ${mismatched} have a status other than that of the list.`;
        return repeated > 0 || mismatched > 0 ? held(details) : notHeld(details);
      }),
  },
  {
    fact: 'At most 40 of a freelancer\'s own proposals per page; the first page has no `after`, never "0".',
    documents: [fullPage, fromZero],
    check: (evidence) =>
      allOf([
        findIn(evidence, fullPage, () => held('A page of 40 works.')),
        failsWith(evidence, fromZero, /VJCA-6|exception/i),
      ]),
  },
  {
    fact: "The largest page of received proposals, and whether a larger one is refused or cut, isn't known. The code requests 40 and reads all proposals in either case.",
    documents: [largeReceivedPage],
    check: (evidence) => acceptedOrRefused(evidence, largeReceivedPage, 'a page of 41'),
  },
  {
    fact: "An own proposal that first appears as _Activated_ is an invitation, and one that first appears as _Offered_ a direct offer. Whether an invitation appears before you accept it isn't known.",
    check: ONLY_WITH_TIME,
  },
  {
    fact: 'Another status of an own proposal may leave its `modifiedDateTime` as it was. The code finds the change in either case.',
    check: ONLY_WITH_TIME,
  },
  {
    fact: "The `proposalsStatistics` of a job posting change with each proposal. If they don't, or the key can't read them, the code looks for proposals itself, at least every half hour.",
    documents: [byLastChange],
    check: (evidence) =>
      findIn(evidence, byLastChange, ({ jobPosting, clientProposals }) => {
        const counted = jobPosting.proposalsStatistics?.totalProposals;
        const listed = clientProposals?.totalCount;
        if (counted === undefined || typeof listed !== 'number') {
          return notSeen('Upwork returned no numbers of proposals.');
        }
        const details = `The statistics of a posting count ${counted} proposals, and its list ${listed}.`;
        return counted === listed ? held(details) : notHeld(details);
      }),
  },
  {
    fact: 'Sorted by `MODIFIEDDATETIME`, received proposals that were never changed come last, or where their creation puts them.',
    check: (evidence) =>
      findIn(evidence, byLastChange, ({ clientProposals }) => {
        const edges = clientProposals?.edges ?? [];
        const changed = edges.map((edge) => Boolean(edge?.node?.auditDetails?.modifiedDateTime));
        const total = changed.filter(Boolean).length;
        const details = `${total} of ${changed.length} proposals were changed.`;
        if (total === 0 || total === changed.length) return notSeen(details);
        return changed[0] ? held(details) : notHeld(`${details} The first one was not.`);
      }),
  },
  {
    fact: 'The `modifiedDateTime` of a received proposal is the time of its last change, that of its status included.',
    check: ONLY_A_CHANGE,
  },
  {
    fact: "Which reasons hiding a received proposal takes isn't known. The code offers those for declining one.",
    check: ONLY_A_CHANGE,
  },
  {
    fact: "`createJobProposal` submits a proposal. It spends Connects and can't be undone. It isn't in the published schema of April 2026.",
    check: ONLY_A_CHANGE,
  },
  {
    fact: 'A submission names the freelancer: `selectedContractor` with `user.id` and `user.nid`, which is the user name.',
    check: ONLY_A_CHANGE,
  },
  {
    fact: "`organization.staffs` has the members of an agency with their user names, up to 100 per page. Which permission it needs isn't known.",
    check: (evidence) =>
      findIn(evidence, agencyMembers, ({ organization }) => {
        const members = organization?.staffs?.edges?.length ?? 0;
        return members > 0
          ? held(`${members} members of the organization in use.`)
          : notSeen('The organization in use has no members.');
      }),
  },
  {
    fact: "The bucket for these files is Amazon S3's. It requires all values of the form before the file, and no token. It responds with 2xx, or with an error in XML.",
    check: ONLY_A_CHANGE,
  },
  {
    fact: "`createJobProposal` accepts the IDs of uploaded files as `attachments`. Whether it checks them isn't known.",
    check: ONLY_A_CHANGE,
  },
  {
    fact: "Who may upload files for a proposal, and how many, how large and of which types, isn't known. The code sets no limits.",
    check: ONLY_A_CHANGE,
  },
  {
    fact: "`umaTouched` of a submission is a Boolean and says whether Uma, Upwork's AI assistant, helped to write it. Only its existence is reported.",
    check: ONLY_A_CHANGE,
  },
  {
    fact: 'After withdrawing a proposal, you can apply again.',
    check: ONLY_A_CHANGE,
  },
];
