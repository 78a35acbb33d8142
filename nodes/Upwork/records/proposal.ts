import type { PartialData, ProposalGetQuery } from '../api';
import { labelOf } from './choices';
import type { Choice } from './choices';
import { isoMoment } from './dates';
import { jobCiphertext, jobUrl } from './job';
import { milestoneLines } from './milestone';
import { priceOf } from './money';
import { PROPOSAL_STATUS_CHOICES } from './proposalStatus';

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
  jobTitle: string | null;
  status: string | null;
  /** Per hour, or for the whole job. */
  bid: number | null;
  currency: string | null;
  url: string;
  jobUrl: string | null;
  /** Why it was declined or withdrawn. */
  reason: string | null;
  coverLetter: string | null;
  duration: string | null;
  upfrontPaymentPercent: number | null;
  milestones: string | null;
  isHidden: boolean | null;
  isOnHold: boolean | null;
  freelancerName: string | null;
  organizationName: string | null;
  createdAt: string | null;
  modifiedAt: string | null;
  id: string;
  jobId: string | null;
  freelancerId: string | null;
  organizationId: string | null;
}

/** As Upwork returns it. */
export type ProposalNode = NonNullable<PartialData<ProposalGetQuery>['vendorProposal']>;

export const proposalUrl = (id: string): string => `https://www.upwork.com/ab/proposals/${id}`;

export function toProposal(node: ProposalNode): Proposal {
  const { marketplaceJobPosting: job, terms, annotations, user, organization } = node;
  const { reason, description } = node.status?.reason ?? {};
  const currency = terms?.chargeRate?.currency ?? null;
  return {
    jobTitle: job?.content?.title ?? null,
    status: labelOf(PROPOSAL_STATUS_CHOICES, node.status?.status),
    bid: priceOf(terms?.chargeRate),
    currency,
    url: proposalUrl(node.id),
    jobUrl: job ? jobUrl(jobCiphertext(job.id)) : null,
    reason: description ?? reason ?? null,
    coverLetter: node.proposalCoverLetter ?? null,
    duration: terms?.estimatedDuration?.label ?? null,
    upfrontPaymentPercent: terms?.upfrontPaymentPercent ?? null,
    milestones: milestoneLines(node.projectPlan?.milestones, currency),
    isHidden: annotations?.includes('Hidden') ?? null,
    isOnHold: annotations?.includes('OnHold') ?? null,
    freelancerName: user?.name ?? null,
    organizationName: organization?.name ?? null,
    createdAt: isoMoment(node.auditDetails?.createdDateTime),
    modifiedAt: isoMoment(node.auditDetails?.modifiedDateTime),
    id: node.id,
    jobId: job?.id ?? null,
    freelancerId: user?.id ?? null,
    organizationId: organization?.id ?? null,
  };
}

/** A proposal that was just submitted. */
export interface SubmittedProposal {
  jobTitle: string | null;
  status: string | null;
  bid: number;
  jobType: string | null;
  /** Connects. */
  boost: number | null;
  url: string;
  jobUrl: string;
  id: string;
  jobId: string;
}

/** Upwork: the response to submitting says only that it worked. */
export const SUBMISSION_STATUSES: Choice<string>[] = [{ name: 'Submitted', value: 'SUCCESS' }];
