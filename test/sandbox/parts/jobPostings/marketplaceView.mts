import type { JobPosting } from '../../world/jobPostings.mts';
import type { World } from '../../world/index.mts';
import { posting } from '../jobs/posting.mts';

/** A job posting of the client as freelancers see it: MarketplaceJobPosting. */
export function marketplaceView({ receivedProposals }: World, own: JobPosting) {
  const isOpen = own.status === 'REQUESTED';
  return {
    ...posting({ ...own, proposals: receivedProposals.of(own).length }),
    workFlowState: {
      closeResult: isOpen ? null : own.status,
      status: isOpen ? 'ACTIVE' : 'CLOSED',
    },
  };
}
