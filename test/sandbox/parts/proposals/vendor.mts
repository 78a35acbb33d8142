import type { Job } from '../../world/jobs.mts';
import type { World } from '../../world/index.mts';
import type { ListedStatus, OwnProposal, OwnStatus } from '../../world/ownProposals.mts';
import { ME } from '../../world/account.mts';
import { contactOf } from '../../world/messaging/people.mts';
import { forVendors } from '../access.mts';
import { connection, inOrder, type Page, type Pagination, type SortOrder } from '../connection.mts';
import { posting } from '../jobs/posting.mts';
import { incorrectValue, type RequestContext } from '../part.mts';
import { genericOrganization, genericUser } from '../people.mts';
import { unknownId, type UnknownIdOptions } from '../unknownId.mts';
import { proposalFields } from './proposal.mts';

export interface VendorProposalsArguments {
  filter: VendorProposalFilter;
  sortAttribute: { field: keyof typeof SORT_VALUES; sortOrder: SortOrder };
  pagination: Pagination;
}

interface VendorProposalFilter {
  status_eq: ListedStatus;
  annotations_eq?: 'Hidden' | 'OnHold' | null;
  freelancerId_eq?: string | null;
  organizationId_eq?: string | null;
  jobPostingIds_any?: string[] | null;
}

/** Upwork: the lists by status overlap. Which of them do is unknown; here, these. */
const BUCKETS: Record<ListedStatus, OwnStatus[]> = {
  Accepted: ['Accepted', 'Activated'],
  Declined: ['Declined'],
  Withdrawn: ['Withdrawn'],
  Offered: ['Offered', 'Hired'],
  Activated: ['Activated', 'Offered'],
  Archived: ['Archived', 'Replaced'],
  Hired: ['Hired'],
  Pending: ['Pending'],
};

const LARGEST_PAGE = 40;
const CURSOR = 'proposal:';

function cursorAt(offset: number): string {
  return Buffer.from(CURSOR + String(offset)).toString('base64');
}

/** Upwork: the first page has no `after`, the opposite of the job search; then comes `endCursor`. */
function readPage({ after, first }: Pagination): Page {
  const cursor = after ?? cursorAt(0);
  const offset = Number(Buffer.from(cursor, 'base64').toString().replace(CURSOR, ''));
  if (cursor !== cursorAt(offset) || first < 1 || first > LARGEST_PAGE) throw incorrectValue();
  return { offset, size: first };
}

function filterTest(filter: VendorProposalFilter): (proposal: OwnProposal) => boolean {
  const bucket = BUCKETS[filter.status_eq];
  return ({ jobId, organization, status, annotations }) =>
    bucket.includes(status) &&
    (!filter.annotations_eq || annotations.includes(filter.annotations_eq)) &&
    (filter.freelancerId_eq ?? ME.id) === ME.id &&
    (filter.organizationId_eq ?? organization.id) === organization.id &&
    (filter.jobPostingIds_any ?? [jobId]).includes(jobId);
}

const SORT_VALUES = {
  CREATEDDATETIME: ({ createdAt }: OwnProposal) => createdAt,
  MODIFIEDDATETIME: ({ createdAt, modifiedAt }: OwnProposal) => modifiedAt ?? createdAt,
};

function vendorProposal(proposal: OwnProposal, job: Job) {
  const { user: client } = contactOf(job.client);
  const fields = proposalFields(proposal, job, { freelancer: ME, client });
  return {
    ...fields,
    proposalCoverLetter: fields.coverLetter,
    user: genericUser(ME),
    organization: genericOrganization(proposal.organization),
    marketplaceJobPosting: () => posting(job),
    status: { status: proposal.status, reason: proposal.reason },
    annotations: proposal.annotations,
  };
}

/** The freelancer's own proposals: those of the organization that the request acts for. */
export function vendorProposalRoots({ jobs, ownProposals }: World, options: UnknownIdOptions) {
  function visible({ organizationId }: RequestContext): [OwnProposal, Job][] {
    return ownProposals.all
      .filter(({ organization }) => organization.id === organizationId)
      .flatMap((proposal) => {
        const job = jobs.byIdInAnyState(proposal.jobId);
        return job ? [[proposal, job]] : [];
      });
  }
  return {
    vendorProposals: forVendors((args: VendorProposalsArguments, context) => {
      const page = readPage(args.pagination);
      const test = filterTest(args.filter);
      const compare = inOrder(SORT_VALUES[args.sortAttribute.field], args.sortAttribute.sortOrder);
      const found = visible(context)
        .filter(([proposal]) => test(proposal))
        .sort(([one], [other]) => compare(one, other));
      return connection(found, page, ([proposal, job]) => vendorProposal(proposal, job), cursorAt);
    }),
    vendorProposal: forVendors(({ id }: { id: string }, context) => {
      const found = visible(context).find(([proposal]) => proposal.id === id);
      return found
        ? vendorProposal(...found)
        : unknownId(options, 'null', `Proposal not found for id=${id}`);
    }),
  };
}
