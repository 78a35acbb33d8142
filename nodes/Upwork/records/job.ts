import type { ContractType, ExperienceLevel, JobSearchQuery, PartialData } from '../api';
import { EXPERIENCE_LEVELS, JOB_TYPES, labelOf, WORKLOADS } from './choices';
import { isoDate } from './dates';
import { commaSeparated, oneEachLine } from './flat';
import { amountOf, priceOf } from './money';

/** What is selected of a job in the marketplace search. */
export const JOB_SEARCH_FIELDS = /* GraphQL */ `
  fragment JobSearchFields on MarketplaceJobPostingSearchResult {
    id
    ciphertext
    title
    description
    publishedDateTime
    renewedDateTime
    category
    subcategory
    durationLabel
    totalApplicants
    hourlyBudgetMin {
      rawValue
      currency
    }
    hourlyBudgetMax {
      rawValue
      currency
    }
    skills {
      prettyName
    }
    client {
      totalHires
      totalPostedJobs
      totalReviews
      totalFeedback
      totalSpent {
        rawValue
        currency
      }
      verificationStatus
      location {
        country
        city
      }
    }
    job {
      classification {
        category {
          preferredLabel
        }
        subCategory {
          preferredLabel
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
        }
        hourlyContractTerms {
          engagementType
        }
      }
      contractorSelection {
        proposalRequirement {
          coverLetterRequired
          screeningQuestions {
            question
            sequenceNumber
          }
        }
      }
    }
  }
`;

/** A job on the marketplace: the same fields wherever it comes from. */
export interface Job {
  title: string | null;
  url: string;
  type: string | null;
  /** For fixed-price jobs. */
  budget: number | null;
  /** Per hour, for hourly jobs whose client gave a range. */
  hourlyRateMin: number | null;
  hourlyRateMax: number | null;
  /** Null if Upwork returns an amount without one. */
  currency: string | null;
  clientCountry: string | null;
  clientRating: number | null;
  clientSpent: number | null;
  clientHires: number | null;
  clientReviews: number | null;
  clientPostedJobs: number | null;
  clientCity: string | null;
  clientPaymentVerified: boolean | null;
  skills: string | null;
  proposals: number | null;
  postedAt: string | null;
  description: string | null;
  category: string | null;
  subcategory: string | null;
  experienceLevel: string | null;
  duration: string | null;
  workload: string | null;
  freelancersToHire: number | null;
  coverLetterRequired: boolean | null;
  screeningQuestions: string | null;
  id: string;
}

/** A job that has just appeared. */
export interface NewJob extends Job {
  /** The names of the searches that found it. */
  search: string;
  /** Whether the client has posted an older job again. */
  isRenewed: boolean;
}

type Connection = NonNullable<PartialData<JobSearchQuery>['marketplaceJobPostingsSearch']>;
/** As Upwork returns it. */
export type JobSearchNode = NonNullable<NonNullable<Connection['edges']>[number]>['node'];
type Selection = NonNullable<NonNullable<JobSearchNode['job']>['contractorSelection']>;
type Requirement = Selection['proposalRequirement'];

/** Upwork: the ciphertext in the address of a job's page is `~02` and the ID. */
export const jobCiphertext = (id: string): string => `~02${id}`;

export const jobUrl = (ciphertext: string): string => `https://www.upwork.com/jobs/${ciphertext}`;

interface Skill {
  prettyName?: string | null | undefined;
  preferredLabel?: string | null | undefined;
}

interface SkillLists {
  skills?: readonly Skill[] | null | undefined;
  additionalSkills?: readonly Skill[] | null | undefined;
}

/** What filters compare, as Upwork returns it: the record has labels. */
export interface JobTerms {
  type: ContractType | null;
  budget: number | null;
  hourlyRateMin: number | null;
  hourlyRateMax: number | null;
  experienceLevel: ExperienceLevel | null;
  paymentVerified: boolean | null;
  postedAt: string | null;
}

export function toJobTerms({ job, client, ...node }: JobSearchNode): JobTerms {
  const terms = job?.contractTerms;
  const isHourly = terms?.contractType === 'HOURLY';
  return {
    type: terms?.contractType ?? null,
    budget: isHourly ? null : priceOf(terms?.fixedPriceContractTerms?.amount),
    hourlyRateMin: isHourly ? priceOf(node.hourlyBudgetMin) : null,
    hourlyRateMax: isHourly ? priceOf(node.hourlyBudgetMax) : null,
    experienceLevel: terms?.experienceLevel ?? null,
    paymentVerified:
      client?.verificationStatus == null ? null : client.verificationStatus === 'VERIFIED',
    postedAt: isoDate(node.publishedDateTime),
  };
}

/** From a result of the marketplace search. */
export function toJob(node: JobSearchNode): Job {
  const { client, hourlyBudgetMin, hourlyBudgetMax } = node;
  const { type, budget, hourlyRateMin, hourlyRateMax, experienceLevel, paymentVerified, postedAt } =
    toJobTerms(node);
  const terms = node.job?.contractTerms;
  const classification = node.job?.classification;
  const pay =
    type === 'HOURLY'
      ? (hourlyBudgetMin ?? hourlyBudgetMax)
      : terms?.fixedPriceContractTerms?.amount;
  return {
    title: node.title ?? null,
    url: jobUrl(node.ciphertext ?? jobCiphertext(node.id)),
    type: labelOf(JOB_TYPES, type),
    budget,
    hourlyRateMin,
    hourlyRateMax,
    currency: pay?.currency ?? null,
    clientCountry: client?.location?.country ?? null,
    // Upwork: a client without reviews has a rating of 0.
    clientRating: client?.totalReviews === 0 ? null : (client?.totalFeedback ?? null),
    clientSpent: amountOf(client?.totalSpent),
    clientHires: client?.totalHires ?? null,
    clientReviews: client?.totalReviews ?? null,
    clientPostedJobs: client?.totalPostedJobs ?? null,
    clientCity: client?.location?.city ?? null,
    clientPaymentVerified: paymentVerified,
    skills: commaSeparated(node.skills?.flatMap((skill) => skill?.prettyName ?? [])),
    proposals: node.totalApplicants ?? null,
    postedAt,
    description: node.description ?? null,
    // Upwork: the search result itself may have slugs.
    category: classification?.category?.preferredLabel ?? node.category ?? null,
    subcategory: classification?.subCategory?.preferredLabel ?? node.subcategory ?? null,
    experienceLevel: labelOf(EXPERIENCE_LEVELS, experienceLevel),
    duration: node.durationLabel ?? null,
    workload: labelOf(WORKLOADS, terms?.hourlyContractTerms?.engagementType),
    freelancersToHire: terms?.personsToHire ?? null,
    ...toRequirements(node.job?.contractorSelection?.proposalRequirement),
    id: node.id,
  };
}

/** The names of all skills; null if Upwork returns neither list. */
export function skillNames(classification: SkillLists | null | undefined): string | null {
  const { skills, additionalSkills } = classification ?? {};
  if (!skills && !additionalSkills) return null;
  return commaSeparated(
    [...(skills ?? []), ...(additionalSkills ?? [])].flatMap(
      ({ prettyName, preferredLabel }) => prettyName ?? preferredLabel ?? [],
    ),
  );
}

/** What a proposal for a job has to contain. */
export function toRequirements(
  requirement: Requirement,
): Pick<Job, 'coverLetterRequired' | 'screeningQuestions'> {
  return {
    coverLetterRequired: requirement?.coverLetterRequired ?? null,
    screeningQuestions: oneEachLine(screeningQuestions(requirement)),
  };
}

/** The questions that a proposal has to answer, in their order; null if Upwork returns no list. */
export function screeningQuestions(requirement: Requirement): string[] | null {
  const questions = requirement?.screeningQuestions;
  if (!questions) return null;
  return [...questions]
    .sort((a, b) => (a.sequenceNumber ?? 0) - (b.sequenceNumber ?? 0))
    .flatMap(({ question }) => question ?? []);
}
