import type { ClientProposalListQuery, PartialData } from '../api';
import { CLIENT_PROPOSAL_STATUSES, labelOf } from './choices';
import { isoMoment } from './dates';
import { milestoneLines } from './milestone';
import { amountOf, priceOf } from './money';

/** What is selected of a proposal that a client has received. */
export const CLIENT_PROPOSAL_FIELDS = /* GraphQL */ `
  fragment ClientProposalFields on ClientProposal {
    id
    coverLetter
    annotations
    job {
      id
    }
    user {
      id
      name
      freelancerProfile {
        personalData {
          title
          profileUrl
          chargeRate {
            rawValue
            currency
          }
        }
        countryDetails {
          name
        }
        aggregates {
          jobSuccessScore
          totalHours
          totalEarnings {
            rawValue
          }
        }
      }
    }
    organization {
      name
      flag {
        agency
      }
    }
    terms {
      chargeRate {
        rawValue
        currency
      }
      estimatedDuration {
        label
      }
    }
    projectPlan {
      milestones {
        description
        dueDate
        amount
      }
    }
    status {
      status
      reason {
        reason
        description
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

type Connection = NonNullable<PartialData<ClientProposalListQuery>['clientProposals']>;
/** As Upwork returns it. */
export type ClientProposalNode = NonNullable<
  NonNullable<NonNullable<Connection['edges']>[number]>['node']
>;

/** A proposal that a client has received. */
export interface ClientProposal {
  freelancerName: string | null;
  freelancerTitle: string | null;
  /** Per hour, or for the whole job. */
  bid: number | null;
  currency: string | null;
  status: string | null;
  coverLetter: string | null;
  freelancerCountry: string | null;
  /** The Job Success Score, in percent. */
  freelancerJobSuccess: number | null;
  freelancerHourlyRate: number | null;
  freelancerHours: number | null;
  freelancerEarned: number | null;
  freelancerUrl: string | null;
  /** The agency that has applied; null if it was the freelancer. */
  organizationName: string | null;
  /** Why it was declined or withdrawn. */
  reason: string | null;
  isShortlisted: boolean | null;
  isHidden: boolean | null;
  isRead: boolean | null;
  duration: string | null;
  milestones: string | null;
  createdAt: string | null;
  modifiedAt: string | null;
  id: string;
  jobPostingId: string | null;
  freelancerId: string | null;
}

/**
 * The mapper for received proposals.
 * @param jobPostingId the posting that they were listed by: Upwork does not always include it in the proposal
 */
export const toClientProposal =
  (jobPostingId: string | null = null) =>
  (proposal: ClientProposalNode): ClientProposal => {
    const { terms, status, user, organization, auditDetails } = proposal;
    const { personalData, countryDetails, aggregates } = user?.freelancerProfile ?? {};
    const currency = terms?.chargeRate?.currency ?? null;
    return {
      freelancerName: user?.name ?? null,
      freelancerTitle: personalData?.title ?? null,
      bid: priceOf(terms?.chargeRate),
      currency,
      status: labelOf(CLIENT_PROPOSAL_STATUSES, status?.status),
      coverLetter: proposal.coverLetter ?? null,
      freelancerCountry: countryDetails?.name ?? null,
      freelancerJobSuccess: aggregates?.jobSuccessScore ?? null,
      freelancerHourlyRate: priceOf(personalData?.chargeRate),
      freelancerHours: aggregates?.totalHours ?? null,
      freelancerEarned: amountOf(aggregates?.totalEarnings),
      freelancerUrl: personalData?.profileUrl ?? null,
      organizationName: organization?.flag?.agency ? (organization.name ?? null) : null,
      reason: status?.reason?.description ?? status?.reason?.reason ?? null,
      ...toMarks(proposal.annotations),
      duration: terms?.estimatedDuration?.label ?? null,
      milestones: milestoneLines(proposal.projectPlan?.milestones, currency),
      createdAt: isoMoment(auditDetails?.createdDateTime),
      modifiedAt: isoMoment(auditDetails?.modifiedDateTime),
      id: proposal.id,
      jobPostingId: proposal.job?.id ?? jobPostingId,
      freelancerId: user?.id ?? null,
    };
  };

/** How the client has marked a proposal; null if Upwork does not say. */
export function toMarks(annotations: readonly string[] | null | undefined) {
  const has = (name: string) => annotations?.includes(name) ?? null;
  return { isShortlisted: has('Shortlisted'), isHidden: has('Hidden'), isRead: has('Read') };
}
