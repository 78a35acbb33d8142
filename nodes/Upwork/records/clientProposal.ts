import type { ClientProposalListQuery, PartialData } from '../api';
import { isoMoment } from './dates';
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
  id: string;
  jobPostingId: string | null;
  status: string | null;
  /** Why it was declined or withdrawn. */
  reason: string | null;
  isShortlisted: boolean | null;
  isHidden: boolean | null;
  isRead: boolean | null;
  coverLetter: string | null;
  /** Per hour or for the whole job. */
  bid: number | null;
  currency: string | null;
  duration: string | null;
  milestones: { description: string | null; dueDate: string | null; amount: number | null }[];
  freelancer: {
    id: string | null;
    name: string | null;
    title: string | null;
    country: string | null;
    profileUrl: string | null;
    hourlyRate: number | null;
    jobSuccess: number | null;
    hours: number | null;
    earned: number | null;
  };
  /** The agency's name, where one has applied. */
  agency: string | null;
  receivedAt: string | null;
  modifiedAt: string | null;
}

/** @param jobPostingId the posting that it was listed by: Upwork does not always include it in the proposal */
export function toClientProposal(
  proposal: ClientProposalNode,
  jobPostingId: string | null = null,
): ClientProposal {
  const { terms, status, user, organization, auditDetails } = proposal;
  const { personalData, countryDetails, aggregates } = user?.freelancerProfile ?? {};
  return {
    id: proposal.id,
    jobPostingId: proposal.job?.id ?? jobPostingId,
    status: status?.status ?? null,
    reason: status?.reason?.description ?? status?.reason?.reason ?? null,
    ...toMarks(proposal.annotations),
    coverLetter: proposal.coverLetter ?? null,
    bid: priceOf(terms?.chargeRate),
    currency: terms?.chargeRate?.currency ?? null,
    duration: terms?.estimatedDuration?.label ?? null,
    milestones: (proposal.projectPlan?.milestones ?? []).map(
      ({ description, dueDate, amount }) => ({
        description: description ?? null,
        dueDate: dueDate || null,
        amount: amountOf({ rawValue: amount }),
      }),
    ),
    freelancer: {
      id: user?.id ?? null,
      name: user?.name ?? null,
      title: personalData?.title ?? null,
      country: countryDetails?.name ?? null,
      profileUrl: personalData?.profileUrl ?? null,
      hourlyRate: priceOf(personalData?.chargeRate),
      jobSuccess: aggregates?.jobSuccessScore ?? null,
      hours: aggregates?.totalHours ?? null,
      earned: amountOf(aggregates?.totalEarnings),
    },
    agency: organization?.flag?.agency ? (organization.name ?? null) : null,
    receivedAt: isoMoment(auditDetails?.createdDateTime),
    modifiedAt: isoMoment(auditDetails?.modifiedDateTime),
  };
}

/** How the client has marked a proposal; null if Upwork does not say. */
export function toMarks(annotations: readonly string[] | null | undefined) {
  const has = (name: string) => annotations?.includes(name) ?? null;
  return { isShortlisted: has('Shortlisted'), isHidden: has('Hidden'), isRead: has('Read') };
}
