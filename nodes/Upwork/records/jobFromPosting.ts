import type { JobGetQuery, PartialData } from '../api';
import { EXPERIENCE_LEVELS, JOB_TYPES, labelOf, WORKLOADS } from './choices';
import { isoDate } from './dates';
import { jobCiphertext, jobUrl, skillNames, toRequirements } from './job';
import type { Job } from './job';
import { priceOf } from './money';

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

type Posting = NonNullable<PartialData<JobGetQuery>['marketplaceJobPosting']>;
type PostingContents = NonNullable<
  PartialData<JobGetQuery>['marketplaceJobPostingsContents'][number]
>;
/**
 * From a job that was read by its ID. Upwork: this view has no client history, no number of proposals, and
 * hourly rates without a currency; those are null.
 */
export function toJobFromPosting(posting: Posting & Partial<PostingContents>): Job {
  const { contractTerms: terms, classification, clientCompanyPublic: company } = posting;
  const hourly = terms?.hourlyContractTerms;
  const fixed = terms?.fixedPriceContractTerms;
  return {
    title: posting.content?.title ?? null,
    url: jobUrl(posting.ciphertext ?? jobCiphertext(posting.id)),
    type: labelOf(JOB_TYPES, terms?.contractType),
    budget: priceOf(fixed?.amount),
    hourlyRateMin: priceOf(hourly?.hourlyBudgetMin),
    hourlyRateMax: priceOf(hourly?.hourlyBudgetMax),
    currency: fixed?.amount?.currency ?? null,
    clientCountry: company?.country?.name ?? null,
    clientRating: null,
    clientSpent: null,
    clientHires: null,
    clientReviews: null,
    clientPostedJobs: null,
    clientCity: company?.city ?? null,
    clientPaymentVerified: company?.paymentVerification?.paymentVerified ?? null,
    skills: skillNames(classification),
    proposals: null,
    postedAt: isoDate(posting.publishedDateTime),
    description: posting.content?.description ?? null,
    category: classification?.category?.preferredLabel ?? null,
    subcategory: classification?.subCategory?.preferredLabel ?? null,
    experienceLevel: labelOf(EXPERIENCE_LEVELS, terms?.experienceLevel),
    duration: (hourly ?? fixed)?.engagementDuration?.label ?? null,
    workload: labelOf(WORKLOADS, hourly?.engagementType),
    freelancersToHire: terms?.personsToHire ?? null,
    ...toRequirements(posting.contractorSelection?.proposalRequirement),
    id: posting.id,
  };
}
