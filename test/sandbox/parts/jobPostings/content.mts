import type { JobPosting, PostingContent, Qualification } from '../../world/jobPostings.mts';
import { type Term, termById } from '../../world/topics.mts';
import { durationById } from '../jobs/values.mts';
import { incorrectValue } from '../part.mts';

/** `Input` with each property optional or null. */
type Optional<Input> = { [Key in keyof Input]?: Input[Key] | null };

/** JobPostingCreateRequest and JobPostingUpdateRequest, without what the sandbox ignores. */
export interface JobPostingRequest {
  organizationId: string;
  jobPostingInfo?: Optional<RequestInfo> | null;
  qualifications?: Optional<QualificationRequest> | null;
  questions?: { question: string }[] | null;
  segmentationData?: object[] | null;
  attachmentIds?: string[] | null;
  ptcInfo?: object | null;
  jobPostingAdditionalRequest?: object | null;
  sandsJobPost?: Optional<SandsJobPost> | null;
  customFields?: object | null;
}

interface RequestInfo {
  title: string;
  description: string;
  engagementType: JobPosting['workload'];
  durationId: string;
  status: JobPosting['status'];
  type: 'HOURLY' | 'FIXED_PRICE';
  amount: string;
  coverLetterRequired: boolean;
  access: JobPosting['access'];
  experienceLevel: JobPosting['experienceLevel'];
  freelancersToHire: number;
  categoryId: string;
  groupId: string;
  startDate: string;
  endDate: string;
  keepOpenOnHire: boolean;
  freelancerMilestonesAllowed: boolean;
  premium: boolean;
  hideBudget: boolean;
  hourlyBudgetMin: string;
  hourlyBudgetMax: string;
}

interface QualificationRequest extends Qualification {
  countries: string[];
  localMarket: boolean;
}

interface SandsJobPost {
  occupationId: string;
  skills: { parentSkillId: string; skillId?: string | null }[];
}

function amount(text: string | null | undefined, before: number | null): number | null {
  if (text === null || text === undefined) return before;
  if (!/^\d+(\.\d+)?$/.test(text)) throw incorrectValue();
  return Number(text);
}

function knownTerm(id: string | null | undefined, before: Term): Term {
  if (id === null || id === undefined) return before;
  const found = termById(id);
  if (!found) throw incorrectValue();
  return found;
}

function duration(id: string | null | undefined, before: PostingContent['duration']) {
  if (id === null || id === undefined) return before;
  const found = durationById(id);
  if (!found) throw incorrectValue();
  return found;
}

/** The payment terms: a fixed-price job has no rate, and an hourly job no budget. */
function price(info: Optional<RequestInfo>, before: PostingContent) {
  const type = info.type && ({ HOURLY: 'HOURLY', FIXED_PRICE: 'FIXED' } as const)[info.type];
  const contractType = type ?? before.contractType;
  if (contractType === 'FIXED') {
    const budget = amount(info.amount, before.budget) ?? 0;
    return { contractType, budget, hourlyMin: null, hourlyMax: null, workload: null };
  }
  return {
    contractType,
    budget: null,
    hourlyMin: amount(info.hourlyBudgetMin, before.hourlyMin),
    hourlyMax: amount(info.hourlyBudgetMax, before.hourlyMax),
    workload: info.engagementType ?? before.workload ?? 'NOT_SURE',
  };
}

function qualification(info: Optional<QualificationRequest>, before: Qualification) {
  return {
    contractorType: info.contractorType ?? before.contractorType,
    englishProficiency: info.englishProficiency ?? before.englishProficiency,
    hasPortfolio: info.hasPortfolio ?? before.hasPortfolio,
    risingTalent: info.risingTalent ?? before.risingTalent,
    jobSuccessScore: info.jobSuccessScore ?? before.jobSuccessScore,
    earnings: info.earnings ?? before.earnings,
  };
}

/** The content of a posting after a request: what the request leaves out stays as it was. */
export function requestedContent(
  request: JobPostingRequest,
  before: PostingContent,
): PostingContent {
  const info = request.jobPostingInfo ?? {};
  const requested = request.qualifications ?? {};
  const { occupationId, skills } = request.sandsJobPost ?? {};
  return {
    ...price(info, before),
    title: info.title ?? before.title,
    description: info.description ?? before.description,
    status: info.status ?? before.status,
    access: info.access ?? before.access,
    experienceLevel: info.experienceLevel ?? before.experienceLevel,
    currency: before.currency,
    duration: duration(info.durationId, before.duration),
    category: knownTerm(info.groupId, before.category),
    subcategory: knownTerm(info.categoryId, before.subcategory),
    occupation: knownTerm(occupationId, before.occupation),
    skills:
      skills?.flatMap(({ skillId, parentSkillId }) => termById(skillId ?? parentSkillId) ?? []) ??
      before.skills,
    freelancersToHire: info.freelancersToHire ?? before.freelancersToHire,
    premium: info.premium ?? before.premium,
    hideBudget: info.hideBudget ?? before.hideBudget,
    keepOpenOnHire: info.keepOpenOnHire ?? before.keepOpenOnHire,
    freelancerMilestonesAllowed:
      info.freelancerMilestonesAllowed ?? before.freelancerMilestonesAllowed,
    coverLetterRequired: info.coverLetterRequired ?? before.coverLetterRequired,
    startDate: info.startDate ?? before.startDate,
    endDate: info.endDate ?? before.endDate,
    screeningQuestions:
      request.questions?.map(({ question }) => question) ?? before.screeningQuestions,
    preferredLocations: requested.countries ?? before.preferredLocations,
    locationMandatory: requested.localMarket ?? before.locationMandatory,
    previousClient: before.previousClient,
    qualification: qualification(requested, before.qualification),
  };
}
