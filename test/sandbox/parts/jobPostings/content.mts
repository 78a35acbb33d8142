import type { JobPosting, PostingContent, Qualification } from '../../world/jobPostings.mts';
import { type Term, termById } from '../../world/topics.mts';
import { durationById } from '../jobs/values.mts';
import { incorrectValue } from '../part.mts';

/** All that `Given` may leave out or set to null. */
type Optional<Given> = { [Key in keyof Given]?: Given[Key] | null };

/** JobPostingCreateRequest and JobPostingUpdateRequest, without what the sandbox takes and ignores. */
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

/** What pays: a fixed price has no rate, and an hourly job no budget. */
function price(said: Optional<RequestInfo>, before: PostingContent) {
  const type = said.type && ({ HOURLY: 'HOURLY', FIXED_PRICE: 'FIXED' } as const)[said.type];
  const contractType = type ?? before.contractType;
  if (contractType === 'FIXED') {
    const budget = amount(said.amount, before.budget) ?? 0;
    return { contractType, budget, hourlyMin: null, hourlyMax: null, workload: null };
  }
  return {
    contractType,
    budget: null,
    hourlyMin: amount(said.hourlyBudgetMin, before.hourlyMin),
    hourlyMax: amount(said.hourlyBudgetMax, before.hourlyMax),
    workload: said.engagementType ?? before.workload ?? 'NOT_SURE',
  };
}

function qualification(said: Optional<QualificationRequest>, before: Qualification) {
  return {
    contractorType: said.contractorType ?? before.contractorType,
    englishProficiency: said.englishProficiency ?? before.englishProficiency,
    hasPortfolio: said.hasPortfolio ?? before.hasPortfolio,
    risingTalent: said.risingTalent ?? before.risingTalent,
    jobSuccessScore: said.jobSuccessScore ?? before.jobSuccessScore,
    earnings: said.earnings ?? before.earnings,
  };
}

/** What a posting says after a request: what the request leaves out stays as it was. */
export function requestedContent(
  request: JobPostingRequest,
  before: PostingContent,
): PostingContent {
  const said = request.jobPostingInfo ?? {};
  const wanted = request.qualifications ?? {};
  const { occupationId, skills } = request.sandsJobPost ?? {};
  return {
    ...price(said, before),
    title: said.title ?? before.title,
    description: said.description ?? before.description,
    status: said.status ?? before.status,
    access: said.access ?? before.access,
    experienceLevel: said.experienceLevel ?? before.experienceLevel,
    currency: before.currency,
    duration: duration(said.durationId, before.duration),
    category: knownTerm(said.groupId, before.category),
    subcategory: knownTerm(said.categoryId, before.subcategory),
    occupation: knownTerm(occupationId, before.occupation),
    skills:
      skills?.flatMap(({ skillId, parentSkillId }) => termById(skillId ?? parentSkillId) ?? []) ??
      before.skills,
    freelancersToHire: said.freelancersToHire ?? before.freelancersToHire,
    premium: said.premium ?? before.premium,
    hideBudget: said.hideBudget ?? before.hideBudget,
    keepOpenOnHire: said.keepOpenOnHire ?? before.keepOpenOnHire,
    freelancerMilestonesAllowed:
      said.freelancerMilestonesAllowed ?? before.freelancerMilestonesAllowed,
    coverLetterRequired: said.coverLetterRequired ?? before.coverLetterRequired,
    startDate: said.startDate ?? before.startDate,
    endDate: said.endDate ?? before.endDate,
    screeningQuestions:
      request.questions?.map(({ question }) => question) ?? before.screeningQuestions,
    preferredLocations: wanted.countries ?? before.preferredLocations,
    locationMandatory: wanted.localMarket ?? before.locationMandatory,
    previousClient: before.previousClient,
    qualification: qualification(wanted, before.qualification),
  };
}
