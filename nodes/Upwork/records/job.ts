import type { JobGetQuery, JobSearchQuery, PartialData } from '../api';
import { isoDate } from './dates';
import { amountOf, priceOf } from './money';

/** What is selected of a job in the marketplace search. */
export const JOB_SEARCH_FIELDS = /* GraphQL */ `
  fragment JobSearchFields on MarketplaceJobPostingSearchResult {
    id
    ciphertext
    title
    description
    publishedDateTime
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

/** What is selected of a job that is read by its ID. */
export const JOB_FIELDS = /* GraphQL */ `
  fragment JobFields on MarketplaceJobPosting {
    id
    workFlowState {
      status
    }
    content {
      title
      description
    }
    classification {
      category {
        preferredLabel
      }
      subCategory {
        preferredLabel
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
        hourlyBudgetMin
        hourlyBudgetMax
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
          sequenceNumber
        }
      }
    }
    clientCompanyPublic {
      country {
        name
      }
      city
      paymentVerification {
        paymentVerified
      }
    }
  }
`;

/** Upwork: only the contents have a posting's publication date and the ciphertext for its URL. */
export const JOB_CONTENTS_FIELDS = /* GraphQL */ `
  fragment JobContentsFields on MarketplaceJobPostingsContents {
    ciphertext
    publishedDateTime
  }
`;

/** A job on the marketplace: flat, and the same shape wherever it comes from. */
export interface Job {
  id: string;
  url: string;
  title: string | null;
  description: string | null;
  type: 'hourly' | 'fixed' | null;
  /** For fixed-price jobs. */
  budget: number | null;
  /** Per hour, for hourly jobs whose client gave a range. */
  hourlyRateMin: number | null;
  hourlyRateMax: number | null;
  /** Null if Upwork returns an amount without one. */
  currency: string | null;
  skills: string[];
  category: string | null;
  subcategory: string | null;
  experienceLevel: string | null;
  duration: string | null;
  workload: string | null;
  freelancersToHire: number | null;
  proposals: number | null;
  coverLetterRequired: boolean | null;
  screeningQuestions: string[];
  client: JobClient;
  postedAt: string | null;
}

export interface JobClient {
  country: string | null;
  city: string | null;
  rating: number | null;
  reviews: number | null;
  hires: number | null;
  postedJobs: number | null;
  spent: number | null;
  paymentVerified: boolean | null;
}

type Connection = NonNullable<PartialData<JobSearchQuery>['marketplaceJobPostingsSearch']>;
/** As Upwork returns it. */
export type JobSearchNode = NonNullable<NonNullable<Connection['edges']>[number]>['node'];
type Posting = NonNullable<PartialData<JobGetQuery>['marketplaceJobPosting']>;
type PostingContents = NonNullable<
  PartialData<JobGetQuery>['marketplaceJobPostingsContents'][number]
>;
type Requirement = NonNullable<Posting['contractorSelection']>['proposalRequirement'];

/** Upwork: the ciphertext in the address of a job's page is `~02` and the ID. */
export const jobCiphertext = (id: string): string => `~02${id}`;

export const jobUrl = (ciphertext: string): string => `https://www.upwork.com/jobs/${ciphertext}`;

interface Skill {
  prettyName?: string | null | undefined;
  preferredLabel?: string | null | undefined;
}

export const skillLabel = ({ prettyName, preferredLabel }: Skill): string | never[] =>
  prettyName ?? preferredLabel ?? [];

/** From a result of the marketplace search. */
export function toJob(node: JobSearchNode): Job {
  const { client } = node;
  const terms = node.job?.contractTerms;
  const classification = node.job?.classification;
  const amount = terms?.fixedPriceContractTerms?.amount;
  const hourly = terms?.contractType === 'HOURLY';
  return {
    id: node.id,
    url: jobUrl(node.ciphertext ?? jobCiphertext(node.id)),
    title: node.title ?? null,
    description: node.description ?? null,
    type: jobType(terms),
    budget: hourly ? null : priceOf(amount),
    hourlyRateMin: hourly ? priceOf(node.hourlyBudgetMin) : null,
    hourlyRateMax: hourly ? priceOf(node.hourlyBudgetMax) : null,
    currency:
      (hourly ? (node.hourlyBudgetMin ?? node.hourlyBudgetMax)?.currency : amount?.currency) ??
      null,
    skills: (node.skills ?? []).flatMap((skill) => skill?.prettyName ?? []),
    // Upwork: the search result itself may have slugs.
    category: classification?.category?.preferredLabel ?? node.category ?? null,
    subcategory: classification?.subCategory?.preferredLabel ?? node.subcategory ?? null,
    experienceLevel: terms?.experienceLevel ?? null,
    duration: node.durationLabel ?? null,
    workload: terms?.hourlyContractTerms?.engagementType ?? null,
    freelancersToHire: terms?.personsToHire ?? null,
    proposals: node.totalApplicants ?? null,
    ...toRequirements(node.job?.contractorSelection?.proposalRequirement),
    client: {
      country: client?.location?.country ?? null,
      city: client?.location?.city ?? null,
      // Upwork: a client without reviews has a rating of 0.
      rating: client?.totalReviews === 0 ? null : (client?.totalFeedback ?? null),
      reviews: client?.totalReviews ?? null,
      hires: client?.totalHires ?? null,
      postedJobs: client?.totalPostedJobs ?? null,
      spent: amountOf(client?.totalSpent),
      paymentVerified:
        client?.verificationStatus == null ? null : client.verificationStatus === 'VERIFIED',
    },
    postedAt: isoDate(node.publishedDateTime),
  };
}

/**
 * From a job that was read by its ID. Upwork: this view has no client history, no number of proposals, and
 * hourly rates without a currency; those are null.
 */
export function toJobFromPosting(posting: Posting, contents: PostingContents | null): Job {
  const { contractTerms: terms, classification, clientCompanyPublic: company } = posting;
  const hourly = terms?.hourlyContractTerms;
  const fixed = terms?.fixedPriceContractTerms;
  const skills = [...(classification?.skills ?? []), ...(classification?.additionalSkills ?? [])];
  return {
    id: posting.id,
    url: jobUrl(contents?.ciphertext ?? jobCiphertext(posting.id)),
    title: posting.content?.title ?? null,
    description: posting.content?.description ?? null,
    type: jobType(terms),
    budget: priceOf(fixed?.amount),
    hourlyRateMin: priceOf(hourly?.hourlyBudgetMin),
    hourlyRateMax: priceOf(hourly?.hourlyBudgetMax),
    currency: fixed?.amount?.currency ?? null,
    skills: skills.flatMap(skillLabel),
    category: classification?.category?.preferredLabel ?? null,
    subcategory: classification?.subCategory?.preferredLabel ?? null,
    experienceLevel: terms?.experienceLevel ?? null,
    duration: (hourly ?? fixed)?.engagementDuration?.label ?? null,
    workload: hourly?.engagementType ?? null,
    freelancersToHire: terms?.personsToHire ?? null,
    proposals: null,
    ...toRequirements(posting.contractorSelection?.proposalRequirement),
    client: {
      country: company?.country?.name ?? null,
      city: company?.city ?? null,
      rating: null,
      reviews: null,
      hires: null,
      postedJobs: null,
      spent: null,
      paymentVerified: company?.paymentVerification?.paymentVerified ?? null,
    },
    postedAt: isoDate(contents?.publishedDateTime),
  };
}

/** How a job is paid. */
export function jobType(
  terms: { contractType?: 'FIXED' | 'HOURLY' | undefined } | null | undefined,
): Job['type'] {
  if (!terms?.contractType) return null;
  return terms.contractType === 'HOURLY' ? 'hourly' : 'fixed';
}

/** What a proposal for a job has to contain. */
export function toRequirements(
  requirement: Requirement,
): Pick<Job, 'coverLetterRequired' | 'screeningQuestions'> {
  const questions = [...(requirement?.screeningQuestions ?? [])].sort(
    (a, b) => (a.sequenceNumber ?? 0) - (b.sequenceNumber ?? 0),
  );
  return {
    coverLetterRequired: requirement?.coverLetterRequired ?? null,
    screeningQuestions: questions.flatMap(({ question }) => (question ? [question] : [])),
  };
}
