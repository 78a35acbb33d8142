import type { JobPostingGetQuery, PartialData } from '../api';
import { isoDate } from './dates';
import { jobCiphertext, jobType, jobUrl, skillLabel } from './job';
import type { Job } from './job';
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

type SharedWithJob = Omit<Job, 'client' | 'postedAt'>;

/** One of the client's own job postings: what freelancers see, and what only the client sees. */
export interface JobPosting extends SharedWithJob {
  /** Goes up with each change. Job Posting: Update can require a certain version. */
  version: number | null;
  status: string | null;
  visibility: string | null;
  shortlisted: number | null;
  messaged: number | null;
  hired: number | null;
  invited: number | null;
  createdAt: string | null;
  modifiedAt: string | null;
  publishedAt: string | null;
  filledAt: string | null;
}

export function toJobPosting(posting: JobPostingNode): JobPosting {
  const { info, content, classification, contractTerms: terms } = posting;
  const { totalProposals, totalShortlisted, totalMessaged, totalHired, totalInvitesSent } =
    posting.proposalsStatistics ?? {};
  const requirement = posting.contractorSelection?.proposalRequirement;
  const hourly = terms?.hourlyContractTerms;
  const fixed = terms?.fixedPriceContractTerms;
  const skills = [...(classification?.skills ?? []), ...(classification?.additionalSkills ?? [])];
  return {
    id: posting.id,
    url: jobUrl(jobCiphertext(posting.id)),
    version: posting.version ?? null,
    title: content?.title ?? null,
    description: content?.description ?? null,
    status: info?.status ?? null,
    visibility: posting.visibility ?? null,
    type: jobType(terms),
    budget: priceOf(fixed?.amount),
    hourlyRateMin: priceOf(info?.hourlyBudgetMin),
    hourlyRateMax: priceOf(info?.hourlyBudgetMax),
    currency: (fixed?.amount ?? info?.hourlyBudgetMin ?? info?.hourlyBudgetMax)?.currency ?? null,
    skills: skills.flatMap(skillLabel),
    category: classification?.category?.name ?? null,
    subcategory: classification?.subCategory?.name ?? null,
    experienceLevel: terms?.experienceLevel ?? null,
    duration: (hourly ?? fixed)?.engagementDuration?.label ?? null,
    workload: hourly?.engagementType ?? null,
    freelancersToHire: terms?.personsToHire ?? null,
    coverLetterRequired: requirement?.coverLetterRequired ?? null,
    screeningQuestions: (requirement?.screeningQuestions ?? []).flatMap(
      ({ question }) => question ?? [],
    ),
    proposals: totalProposals ?? null,
    shortlisted: totalShortlisted ?? null,
    messaged: totalMessaged ?? null,
    hired: totalHired ?? null,
    invited: totalInvitesSent ?? null,
    createdAt: isoDate(info?.auditTime?.createdDateTime),
    modifiedAt: isoDate(info?.auditTime?.modifiedDateTime),
    publishedAt: isoDate(info?.publishDateTime),
    filledAt: isoDate(info?.filledDateTime),
  };
}
