import type { JobPosting } from '../../world/jobPostings.mts';
import type { World } from '../../world/index.mts';
import { ME } from '../../world/account.mts';
import type { ReceivedProposal } from '../../world/receivedProposals.mts';
import { clientPage, type ClientPageOptions } from '../clientPage.mts';
import { connection, inOrder, type Pagination, type SortOrder } from '../connection.mts';
import { marketplaceView } from '../jobPostings/marketplaceView.mts';
import { UpworkError } from '../part.mts';
import { genericOrganization, genericUser } from '../people.mts';
import { type ClientProposalFilter, clientProposalTest } from './clientFilter.mts';
import { freelancerProfile } from './freelancerProfile.mts';
import { proposalFields } from './proposal.mts';

export interface ClientProposalsArguments {
  jobPostingId: string;
  filter?: ClientProposalFilter | null;
  sortAttribute?: { field: keyof typeof SORT_VALUES; sortOrder: SortOrder } | null;
  pagination?: Pagination | null;
}

const SORT_VALUES = {
  CHARGERATE: ({ chargedAmount }: ReceivedProposal) => chargedAmount,
  EARNINGS: ({ freelancer }: ReceivedProposal) => freelancer.earned,
  // How Upwork scores proposals is unknown: any constant number will do.
  RECOMMENDATIONSCORE: ({ freelancer }: ReceivedProposal) => freelancer.jobSuccess ?? 0,
  BILLEDHOURS: ({ freelancer }: ReceivedProposal) => freelancer.hoursBilled,
  CREATEDDATETIME: ({ createdAt }: ReceivedProposal) => createdAt,
  MODIFIEDDATETIME: ({ createdAt, modifiedAt }: ReceivedProposal) => modifiedAt ?? createdAt,
};

const NEWEST_FIRST = { field: 'CREATEDDATETIME', sortOrder: 'DESC' } as const;

function clientProposal(world: World, proposal: ReceivedProposal, posting: JobPosting) {
  const { freelancer, status, reason, annotations } = proposal;
  return {
    ...proposalFields(proposal, posting, { freelancer, client: ME }),
    user: {
      ...genericUser(freelancer),
      freelancerProfile: () => freelancerProfile(freelancer, world.clock.now()),
    },
    organization: genericOrganization(freelancer.organization),
    job: () => marketplaceView(world, posting),
    status: { status, reason },
    annotations,
  };
}

/** A proposal that a client has received; null when there is none. */
export function findClientProposal(world: World, id: string) {
  const proposal = world.receivedProposals.byId(id);
  const posting = proposal && world.jobPostings.byId(proposal.jobPostingId);
  return posting ? clientProposal(world, proposal, posting) : null;
}

/** The proposals for one job posting. */
export function clientProposals(
  world: World,
  args: ClientProposalsArguments,
  options: ClientPageOptions,
) {
  const posting = world.jobPostings.byId(args.jobPostingId);
  if (!posting) throw new UpworkError(`Opening not found for uid=${args.jobPostingId}`);
  const { field, sortOrder } = args.sortAttribute ?? NEWEST_FIRST;
  const found = world.receivedProposals
    .of(posting)
    .filter(clientProposalTest(args.filter ?? {}))
    .sort(inOrder(SORT_VALUES[field], sortOrder));
  return connection(found, clientPage(args.pagination, options), (proposal) =>
    clientProposal(world, proposal, posting),
  );
}
