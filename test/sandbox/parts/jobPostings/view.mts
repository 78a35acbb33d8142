import type { JobPosting } from '../../world/jobPostings.mts';
import type { World } from '../../world/index.mts';
import { CLIENT, ME } from '../../world/account.mts';
import type { Annotation, ReceivedStatus } from '../../world/receivedProposals.mts';
import type { Term } from '../../world/topics.mts';
import { dateOrNull, dateText } from '../dates.mts';
import { contractTerms, ontologyEntity } from '../jobs/posting.mts';
import { hourlyBudgetType, money } from '../jobs/values.mts';
import { genericOrganization, genericUser } from '../people.mts';

function moneyOrNull(amount: number | null, currency: string) {
  return amount === null ? null : money(amount, currency);
}

function auditTime({ createdAt, changedAt }: JobPosting) {
  return { createdDateTime: dateText(createdAt), modifiedDateTime: dateText(changedAt) };
}

function info(posting: JobPosting) {
  const { currency, status } = posting;
  return {
    status,
    auditTime: auditTime(posting),
    hidden: false,
    siteSource: null,
    keepOpenOnHire: posting.keepOpenOnHire,
    draftJobPostingId: null,
    publishDateTime: status === 'DRAFT' ? null : dateText(posting.publishedAt),
    filledDateTime: dateOrNull(posting.filledAt),
    sourcingUpdateForbidden: false,
    sourcingUpdateCount: 0,
    premium: posting.premium,
    legacyCiphertext: posting.ciphertext,
    hideBudget: posting.hideBudget,
    categoryId: posting.subcategory.id,
    groupId: posting.category.id,
    notSureFreelancersToHire: false,
    notSureExperienceLevel: posting.experienceLevel === null,
    hourlyBudgetType: hourlyBudgetType(posting),
    hourlyBudgetMin: moneyOrNull(posting.hourlyMin, currency),
    hourlyBudgetMax: moneyOrNull(posting.hourlyMax, currency),
    changedByUser: genericUser(ME),
    reasonId: null,
    reasonName: null,
  };
}

function category({ id, label }: Term) {
  return { id, name: label, slug: label.toLowerCase().replace(/\W+/g, '-') };
}

function contractorSelection(posting: JobPosting) {
  return {
    proposalRequirement: {
      coverLetterRequired: posting.coverLetterRequired,
      freelancerMilestonesAllowed: posting.freelancerMilestonesAllowed,
      screeningQuestions: posting.screeningQuestions.map((question, index) => ({
        id: `${posting.id}-${index + 1}`,
        question,
        user: genericUser(ME),
        questionType: 'EXPERIENCE',
        auditTime: auditTime(posting),
      })),
    },
    qualification: { ...posting.qualification, preferredGroups: [], preferredTests: [] },
    location: {
      countries: posting.preferredLocations,
      states: [],
      timezones: [],
      localCheckRequired: false,
      localMarket: posting.locationMandatory,
      areas: [],
      notSureLocationPreference: posting.preferredLocations.length === 0,
      localDescription: null,
      localFlexibilityDescription: null,
    },
  };
}

/** How the sandbox returns job postings: Upwork's behavior isn't certain here. */
export interface JobPostingsOptions {
  /**
   * Whether the statistics of a posting count all its proposals, or stay at zero, or are missing. Upwork:
   * unknown.
   */
  proposalsStatistics: 'exact' | 'zero' | 'none';
}

function statistics(
  { receivedProposals, rooms }: World,
  posting: JobPosting,
  { proposalsStatistics }: JobPostingsOptions,
) {
  if (proposalsStatistics === 'none') return null;
  const received = proposalsStatistics === 'exact' ? receivedProposals.of(posting) : [];
  const messaged = new Set(rooms.all().map(({ proposalId }) => proposalId));
  const count = (status: ReceivedStatus) =>
    received.filter((proposal) => proposal.status === status).length;
  const marked = (name: Annotation) =>
    received.filter(({ annotations }) => annotations.includes(name)).length;
  return {
    totalProposals: received.length,
    totalMessaged: received.filter(({ id }) => messaged.has(id)).length,
    totalHired: count('Hired'),
    totalInvitesSent: posting.invited.length,
    totalApplicantsWithAutoHidden: received.length,
    totalArchived: count('Archived'),
    totalAutoHidden: marked('Auto_Hidden'),
    totalDeclined: count('Declined'),
    totalHidden: marked('Hidden'),
    totalOffered: count('Offered'),
    totalShortlisted: marked('Shortlisted'),
    totalWithdrawn: count('Withdrawn'),
  };
}

/** A job posting as its client sees it: JobPosting. */
export function jobPosting(world: World, posting: JobPosting, options: JobPostingsOptions) {
  return {
    id: posting.id,
    version: posting.version,
    info: info(posting),
    visibility: posting.access,
    ownership: {
      user: genericUser(ME),
      company: genericOrganization(CLIENT),
      team: genericOrganization(CLIENT),
    },
    content: { title: posting.title, description: posting.description },
    attachment: [],
    classification: {
      category: category(posting.category),
      subCategory: category(posting.subcategory),
      skills: posting.skills.map((skill) => ontologyEntity(skill, 'SKILL')),
      customSkills: [],
      additionalSkills: [],
      occupationId: posting.occupation.id,
      customAdditionalSkills: [],
    },
    segmentationData: { segmentationValues: [] },
    contractTerms: {
      ...contractTerms(posting),
      contractStartDate: posting.startDate,
      contractEndDate: posting.endDate,
    },
    contractorSelection: contractorSelection(posting),
    additionalInfo: {
      clientNumberOfHiresOnCreate: posting.client.totalHires,
      clientTotalSpentOnCreate: money(posting.client.totalSpent, 'USD'),
      directHire: false,
      invitePost: posting.access === 'ACCESS_PRIVATE',
      lastBuyerActivity: dateText(posting.changedAt),
    },
    ptcInfo: { jobPostingPtcVisibility: 'ANY_USER' },
    proposalsStatistics: () => statistics(world, posting, options),
    customFields: [],
  };
}
