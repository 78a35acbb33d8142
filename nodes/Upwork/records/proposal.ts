import type { PartialData, ProposalGetQuery } from '../api';
import { isoMoment } from './dates';
import { jobCiphertext, jobUrl } from './job';
import { amountOf, priceOf } from './money';

/** What is selected of a freelancer's own proposal. */
export const PROPOSAL_FIELDS = /* GraphQL */ `
  fragment ProposalFields on VendorProposal {
    id
    status {
      status
      reason {
        reason
        description
      }
    }
    annotations
    marketplaceJobPosting {
      id
      content {
        title
      }
    }
    organization {
      id
      name
    }
    user {
      id
      name
    }
    proposalCoverLetter
    terms {
      chargeRate {
        rawValue
        currency
      }
      estimatedDuration {
        label
      }
      upfrontPaymentPercent
    }
    projectPlan {
      milestones {
        description
        amount
        dueDate
      }
    }
    auditDetails {
      createdDateTime {
        rawValue
      }
      modifiedDateTime {
        rawValue
      }
    }
  }
`;

/** One of the freelancer's own proposals. */
export interface Proposal {
  id: string;
  url: string;
  status: string | null;
  /** Why it was declined or withdrawn. */
  reason: string | null;
  jobId: string | null;
  jobUrl: string | null;
  jobTitle: string | null;
  coverLetter: string | null;
  /** Per hour, or for the whole job. */
  chargedAmount: number | null;
  currency: string | null;
  estimatedDuration: string | null;
  upfrontPaymentPercent: number | null;
  milestones: Milestone[];
  isHidden: boolean | null;
  isOnHold: boolean | null;
  freelancerId: string | null;
  freelancerName: string | null;
  organizationId: string | null;
  organizationName: string | null;
  createdAt: string | null;
  modifiedAt: string | null;
}

interface Milestone {
  description: string | null;
  amount: number | null;
  /** As Upwork writes it: the format is not documented. */
  dueDate: string | null;
}

/** As Upwork returns it. */
export type ProposalNode = NonNullable<PartialData<ProposalGetQuery>['vendorProposal']>;

export const proposalUrl = (id: string): string => `https://www.upwork.com/ab/proposals/${id}`;

export function toProposal(node: ProposalNode): Proposal {
  const { marketplaceJobPosting: job, terms, annotations, user, organization } = node;
  const { reason, description } = node.status?.reason ?? {};
  return {
    id: node.id,
    url: proposalUrl(node.id),
    status: node.status?.status ?? null,
    reason: description ?? reason ?? null,
    jobId: job?.id ?? null,
    jobUrl: job ? jobUrl(jobCiphertext(job.id)) : null,
    jobTitle: job?.content?.title ?? null,
    coverLetter: node.proposalCoverLetter ?? null,
    chargedAmount: priceOf(terms?.chargeRate),
    currency: terms?.chargeRate?.currency ?? null,
    estimatedDuration: terms?.estimatedDuration?.label ?? null,
    upfrontPaymentPercent: terms?.upfrontPaymentPercent ?? null,
    milestones: (node.projectPlan?.milestones ?? []).map((milestone) => ({
      description: milestone.description ?? null,
      amount: amountOf({ rawValue: milestone.amount }),
      dueDate: milestone.dueDate ?? null,
    })),
    isHidden: annotations?.includes('Hidden') ?? null,
    isOnHold: annotations?.includes('OnHold') ?? null,
    freelancerId: user?.id ?? null,
    freelancerName: user?.name ?? null,
    organizationId: organization?.id ?? null,
    organizationName: organization?.name ?? null,
    createdAt: isoMoment(node.auditDetails?.createdDateTime),
    modifiedAt: isoMoment(node.auditDetails?.modifiedDateTime),
  };
}

/** A proposal that was just submitted. */
export interface SubmittedProposal {
  id: string;
  url: string;
  status: string | null;
  jobId: string;
  jobUrl: string;
  jobTitle: string | null;
  jobType: 'hourly' | 'fixed';
  chargedAmount: number;
  boostBidAmount: number | null;
}
