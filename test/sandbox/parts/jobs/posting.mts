import type { Job } from '../../world/jobs.mts';
import type { Term } from '../../world/topics.mts';
import { dateText } from '../dates.mts';
import { country } from '../people.mts';
import { engagementDuration, hourlyBudgetType, money } from './values.mts';

const ONTOLOGY_DATE = '2020-01-15T00:00:00+0000';

/** The GraphQL type of each kind of term. */
const ONTOLOGY_TYPES = {
  OCCUPATION: 'Occupation',
  SKILL: 'Skill',
  CATALOG_CATEGORY: 'JobCategory',
} as const;

export type OntologyEntityType = keyof typeof ONTOLOGY_TYPES;

export function ontologyEntity({ id, label }: Term, type: OntologyEntityType) {
  return {
    __typename: ONTOLOGY_TYPES[type],
    id,
    ontologyId: `upworkOntology:${id}`,
    type: [type],
    entityStatus: 'ACTIVE',
    preferredLabel: label,
    prettyName: label,
    definition: null,
    createdDateTime: ONTOLOGY_DATE,
    modifiedDateTime: ONTOLOGY_DATE,
  };
}

function activity({ publishedAt, proposals, freelancersToHire }: Job) {
  return {
    lastClientActivity: dateText(publishedAt),
    invitesSent: proposals % 5,
    totalInvitedToInterview: Math.min(proposals, 3),
    totalHired: freelancersToHire === 0 ? 1 : 0,
    totalUnansweredInvites: proposals % 2,
    totalOffered: 0,
    totalRecommended: 0,
  };
}

export function contractTerms(job: Job) {
  return {
    contractStartDate: null,
    contractEndDate: null,
    contractType: job.contractType,
    onSiteType: 'REMOTE',
    personsToHire: job.freelancersToHire,
    experienceLevel: job.experienceLevel,
    fixedPriceContractTerms:
      job.contractType === 'FIXED'
        ? {
            amount: money(job.budget ?? 0, job.currency),
            maxAmount: money(job.budget ?? 0, job.currency),
            engagementDuration: engagementDuration(job),
          }
        : null,
    hourlyContractTerms:
      job.contractType === 'HOURLY'
        ? {
            engagementDuration: engagementDuration(job),
            engagementType: job.workload ?? 'NOT_SURE',
            notSureProjectDuration: job.duration === null,
            hourlyBudgetType: hourlyBudgetType(job),
            hourlyBudgetMin: job.hourlyMin,
            hourlyBudgetMax: job.hourlyMax,
          }
        : null,
    notSurePersonsToHire: false,
    notSureExperiencelevel: job.experienceLevel === null,
  };
}

function contractorSelection(job: Job) {
  return {
    proposalRequirement: {
      coverLetterRequired: job.coverLetterRequired,
      freelancerMilestonesAllowed: job.contractType === 'FIXED',
      screeningQuestions: job.screeningQuestions.map((question, index) => ({
        question,
        sequenceNumber: index + 1,
      })),
    },
    qualification: {
      contractorType: 'ALL',
      englishProficiency: 'CONVERSATIONAL',
      hasPortfolio: false,
      hoursWorked: null,
      risingTalent: false,
      jobSuccessScore: null,
      minEarning: 'ANY',
    },
    location: {
      countries: job.preferredLocations,
      states: null,
      timezones: null,
      localCheckRequired: false,
      localMarket: job.locationMandatory,
      notSureLocationPreference: job.preferredLocations.length === 0,
      localDescription: null,
      localFlexibilityDescription: null,
    },
  };
}

function company({ client }: Job) {
  return {
    id: client.id,
    country: country(client),
    state: client.state,
    city: client.city,
    timezone: client.timezone,
    paymentVerification: {
      status: client.paymentVerified ? 'VERIFIED' : 'ACTIVE',
      paymentVerified: client.paymentVerified,
    },
  };
}

function organization({ client }: Job) {
  return { id: client.id, name: 'Client of the sandbox', legacyType: 'CLIENT', active: true };
}

/** Upwork: a result of 1 means that the job did not lead to a contract. */
function workFlowState({ state }: Job) {
  return state === 'CLOSED'
    ? { closeResult: '1', status: 'CLOSED' }
    : { closeResult: null, status: 'ACTIVE' };
}

/** A job in full: MarketplaceJobPosting. */
export function posting(job: Job) {
  const bid = money(job.hourlyMax ?? job.budget ?? 0, job.currency);
  return {
    id: job.id,
    workFlowState: workFlowState(job),
    ownership: { company: organization(job), team: organization(job) },
    annotations: { tags: [], customFields: [] },
    activityStat: {
      applicationsBidStats: {
        avgRateBid: bid,
        minRateBid: bid,
        maxRateBid: bid,
        avgInterviewedRateBid: bid,
      },
      jobActivity: activity(job),
    },
    content: { title: job.title, description: job.description },
    attachments: [],
    classification: {
      category: ontologyEntity(job.category, 'CATALOG_CATEGORY'),
      subCategory: ontologyEntity(job.subcategory, 'CATALOG_CATEGORY'),
      occupation: ontologyEntity(job.occupation, 'OCCUPATION'),
      skills: job.skills.map((skill) => ontologyEntity(skill, 'SKILL')),
      additionalSkills: [],
    },
    contractTerms: contractTerms(job),
    contractorSelection: contractorSelection(job),
    clientCompanyPublic: company(job),
    canClientReceiveContractProposal: true,
  };
}

/** A job as `marketplaceJobPostingsContents` shows it. */
export function contents(job: Job) {
  return {
    id: job.id,
    ciphertext: job.ciphertext,
    title: job.title,
    description: job.description,
    publishedDateTime: dateText(job.publishedAt),
    annotations: { tags: [], customFields: [] },
  };
}
