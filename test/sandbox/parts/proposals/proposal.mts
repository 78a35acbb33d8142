import type { Job } from '../../world/jobs.mts';
import type { User } from '../../world/account.mts';
import type { Proposal } from '../../world/proposal.mts';
import { dateTime } from '../dates.mts';
import { engagementDuration, money } from '../jobs/values.mts';
import { genericUser } from '../people.mts';

function terms({ chargedAmount, duration }: Proposal, { contractType, currency }: Job) {
  return {
    chargeRate: money(chargedAmount, currency),
    estimatedDuration: engagementDuration({ duration }),
    upfrontPaymentPercent: contractType === 'FIXED' ? 0 : null,
  };
}

function projectPlan({ id, milestones }: Proposal) {
  if (milestones.length === 0) return null;
  return {
    id,
    milestones: milestones.map(({ amount, ...milestone }) => ({
      ...milestone,
      amount: amount.toFixed(2),
    })),
  };
}

/** The freelancer and the client of a proposal. */
export interface Sides {
  freelancer: User;
  client: User;
}

function auditDetails({ createdAt, modifiedAt, modifiedBy }: Proposal, sides: Sides) {
  return {
    createdByUser: genericUser(sides.freelancer),
    modifiedByUser:
      modifiedAt === null || modifiedBy === 'system' ? null : genericUser(sides[modifiedBy]),
    createdDateTime: dateTime(createdAt),
    modifiedDateTime: modifiedAt === null ? null : dateTime(modifiedAt),
  };
}

/** The fields that VendorProposal and ClientProposal share. */
export function proposalFields(proposal: Proposal, job: Job, sides: Sides) {
  return {
    id: proposal.id,
    terms: terms(proposal, job),
    coverLetter: proposal.coverLetter,
    projectPlan: projectPlan(proposal),
    auditDetails: auditDetails(proposal, sides),
  };
}
