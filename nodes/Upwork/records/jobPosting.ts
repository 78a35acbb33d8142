import type { JobPostingGetQuery, PartialData } from '../api';
import {
  EXPERIENCE_LEVELS,
  JOB_POSTING_STATUSES,
  JOB_TYPES,
  labelOf,
  VISIBILITIES,
  WORKLOADS,
} from './choices';
import { isoDate } from './dates';
import { oneEachLine } from './flat';
import { jobCiphertext, jobUrl, skillNames } from './job';
import { priceOf } from './money';

/** What is selected of a job posting. */
export const JOB_POSTING_FIELDS = /* GraphQL */ `
  fragment JobPostingFields on JobPosting {
    id
    version
    visibility
    info {
      status
      publishDateTime
      filledDateTime
      auditTime {
        createdDateTime
        modifiedDateTime
      }
      hourlyBudgetMin {
        rawValue
        currency
      }
      hourlyBudgetMax {
        rawValue
        currency
      }
    }
    content {
      title
      description
    }
    classification {
      category {
        id
        name
      }
      subCategory {
        name
      }
      skills {
        preferredLabel
        prettyName
      }
      additionalSkills {
        preferredLabel
        prettyName
      }
    }
    contractTerms {
      contractType
      experienceLevel
      personsToHire
      fixedPriceContractTerms {
        amount {
          rawValue
          currency
        }
        engagementDuration {
          label
        }
      }
      hourlyContractTerms {
        engagementType
        engagementDuration {
          label
        }
      }
    }
    contractorSelection {
      proposalRequirement {
        coverLetterRequired
        screeningQuestions {
          question
        }
      }
    }
    proposalsStatistics {
      totalProposals
      totalShortlisted
      totalMessaged
      totalHired
      totalInvitesSent
    }
  }
`;

/** As Upwork returns it. */
export type JobPostingNode = PartialData<JobPostingGetQuery>['jobPosting'];

/** One of the client's own job postings: what freelancers see, and what only the client sees. */
export interface JobPosting {
  title: string | null;
  url: string;
  status: string | null;
  type: string | null;
  /** For fixed-price jobs. */
  budget: number | null;
  /** Per hour, for hourly jobs. */
  hourlyRateMin: number | null;
  hourlyRateMax: number | null;
  currency: string | null;
  proposals: number | null;
  shortlisted: number | null;
  messaged: number | null;
  hired: number | null;
  invited: number | null;
  postedAt: string | null;
  visibility: string | null;
  skills: string | null;
  description: string | null;
  category: string | null;
  subcategory: string | null;
  experienceLevel: string | null;
  duration: string | null;
  workload: string | null;
  freelancersToHire: number | null;
  coverLetterRequired: boolean | null;
  screeningQuestions: string | null;
  createdAt: string | null;
  modifiedAt: string | null;
  filledAt: string | null;
  /** Goes up with each change. Job Posting: Update can require a certain version. */
  version: number | null;
  id: string;
}

export function toJobPosting(posting: JobPostingNode): JobPosting {
  const { info, content, classification, contractTerms: terms } = posting;
  const { totalProposals, totalShortlisted, totalMessaged, totalHired, totalInvitesSent } =
    posting.proposalsStatistics ?? {};
  const requirement = posting.contractorSelection?.proposalRequirement;
  const hourly = terms?.hourlyContractTerms;
  const fixed = terms?.fixedPriceContractTerms;
  return {
    title: content?.title ?? null,
    url: jobUrl(jobCiphertext(posting.id)),
    status: labelOf(JOB_POSTING_STATUSES, info?.status),
    type: labelOf(JOB_TYPES, terms?.contractType),
    budget: priceOf(fixed?.amount),
    hourlyRateMin: priceOf(info?.hourlyBudgetMin),
    hourlyRateMax: priceOf(info?.hourlyBudgetMax),
    currency: (fixed?.amount ?? info?.hourlyBudgetMin ?? info?.hourlyBudgetMax)?.currency ?? null,
    proposals: totalProposals ?? null,
    shortlisted: totalShortlisted ?? null,
    messaged: totalMessaged ?? null,
    hired: totalHired ?? null,
    invited: totalInvitesSent ?? null,
    postedAt: isoDate(info?.publishDateTime),
    visibility: labelOf(VISIBILITIES, posting.visibility),
    skills: skillNames(classification),
    description: content?.description ?? null,
    category: classification?.category?.name ?? null,
    subcategory: classification?.subCategory?.name ?? null,
    experienceLevel: labelOf(EXPERIENCE_LEVELS, terms?.experienceLevel),
    duration: (hourly ?? fixed)?.engagementDuration?.label ?? null,
    workload: labelOf(WORKLOADS, hourly?.engagementType),
    freelancersToHire: terms?.personsToHire ?? null,
    coverLetterRequired: requirement?.coverLetterRequired ?? null,
    screeningQuestions: oneEachLine(
      requirement?.screeningQuestions?.flatMap(({ question }) => question ?? []),
    ),
    createdAt: isoDate(info?.auditTime?.createdDateTime),
    modifiedAt: isoDate(info?.auditTime?.modifiedDateTime),
    filledAt: isoDate(info?.filledDateTime),
    version: posting.version ?? null,
    id: posting.id,
  };
}
