import type { Job } from '../../world/jobs.mts';
import type { Term } from '../../world/topics.mts';
import { dateOrNull, dateText } from '../dates.mts';
import type { JobsOptions } from './options.mts';
import { engagementDuration, hourlyBudgetType, money } from './values.mts';
import { posting } from './posting.mts';

const ENGAGEMENTS = {
  FULL_TIME: 'More than 30 hrs/week',
  PART_TIME: 'Less than 30 hrs/week',
  AS_NEEDED: 'Hours to be determined',
  NOT_SURE: null,
};

function moneyOrNull(amount: number | null, currency: string) {
  return amount === null ? null : money(amount, currency);
}

function occupation({ id, label }: Term) {
  return { id, prefLabel: label };
}

function clientInfo({ client, previousClient }: Job) {
  const companyRid = client.id.slice(-8);
  return {
    totalHires: client.totalHires,
    totalPostedJobs: client.totalPostedJobs,
    totalSpent: money(client.totalSpent, 'USD'),
    verificationStatus: client.paymentVerified ? 'VERIFIED' : 'NOT_VERIFIED',
    location: {
      city: client.city,
      country: client.country,
      timezone: client.timezone,
      state: client.state,
      offsetToUTC: client.offsetToUTC,
    },
    totalReviews: client.totalReviews,
    totalFeedback: client.rating,
    companyRid,
    edcUserId: '0',
    lastContractPlatform: previousClient ? 'Upwork' : null,
    lastContractRid: previousClient ? companyRid : null,
    lastContractTitle: previousClient ? 'An earlier job' : null,
    companyOrgUid: client.id,
    hasFinancialPrivacy: false,
  };
}

function relation({ client, previousClient }: Job) {
  if (!previousClient) return null;
  return {
    companyRid: client.id.slice(-8),
    companyName: 'Client of the sandbox',
    edcUserId: '0',
    lastContractPlatform: 'Upwork',
    lastContractRid: client.id.slice(-8),
    lastContractTitle: 'An earlier job',
  };
}

function slug(label: string): string {
  return label.toLowerCase().replace(/\W+/g, '_');
}

/** A job in search results: MarketplaceJobPostingSearchResult. */
export function searchResult(job: Job, now: number, { categorySlugs }: JobsOptions) {
  const categoryText = ({ label }: Term) => (categorySlugs ? slug(label) : label);
  return {
    id: job.id,
    job: () => posting(job),
    title: job.title,
    description: job.description,
    ciphertext: job.ciphertext,
    duration: job.duration,
    durationLabel: engagementDuration(job)?.label ?? null,
    engagement: job.workload && ENGAGEMENTS[job.workload],
    // Upwork: an hourly job also has an amount, which is 0.
    amount: money(job.budget ?? 0, job.currency),
    recordNumber: String(job.number),
    experienceLevel: job.experienceLevel,
    category: categoryText(job.category),
    subcategory: categoryText(job.subcategory),
    freelancersToHire: job.freelancersToHire,
    relevance: {
      id: job.id,
      effectiveCandidates: job.proposals,
      recommendedEffectiveCandidates: 0,
      uniqueImpressions: job.proposals * 4,
      publishTime: String(job.publishedAt),
      hoursInactive: Math.floor((now - job.publishedAt) / 3_600_000),
    },
    enterprise: job.client.enterprise,
    relevanceEncoded: '{}',
    totalApplicants: job.proposals,
    preferredFreelancerLocation: job.preferredLocations,
    preferredFreelancerLocationMandatory: job.locationMandatory,
    premium: job.premium,
    clientNotSureFields: [],
    clientPrivateFields: [],
    applied: job.applied,
    createdDateTime: dateText(job.createdAt),
    publishedDateTime: job.publishedText ?? dateText(job.publishedAt),
    renewedDateTime: dateOrNull(job.renewedAt),
    client: () => clientInfo(job),
    skills: job.skills.map(({ id, label }) => ({
      id,
      name: label.toLowerCase().replace(/\W+/g, '-'),
      prettyName: label,
      highlighted: false,
    })),
    occupations: {
      category: occupation(job.category),
      subCategories: [occupation(job.subcategory)],
      occupationService: occupation(job.occupation),
    },
    hourlyBudgetType: hourlyBudgetType(job),
    hourlyBudgetMin: moneyOrNull(job.hourlyMin, job.currency),
    hourlyBudgetMax: moneyOrNull(job.hourlyMax, job.currency),
    localJobUserDistance: null,
    weeklyBudget: null,
    engagementDuration: engagementDuration(job),
    totalFreelancersToHire: job.freelancersToHire,
    teamId: job.client.id,
    freelancerClientRelation: relation(job),
  };
}
