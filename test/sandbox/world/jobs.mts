import { type Client, clientAt } from './clients.mts';
import { idFor, randomFrom, type Random } from './random.mts';
import { type Term, term, TOPICS, type Topic } from './topics.mts';

/**
 * The content of a job, apart from its IDs and times. Rates per hour and budgets are amounts of
 * `currency`.
 */
export interface JobSeed {
  title: string;
  description: string;
  contractType: 'HOURLY' | 'FIXED';
  /** `null` is missing data: Upwork's schema says that there is always a level. */
  experienceLevel: 'ENTRY_LEVEL' | 'INTERMEDIATE' | 'EXPERT' | null;
  /** Fixed price; `null` for hourly jobs. */
  budget: number | null;
  /** `null` for fixed-price jobs, and for hourly ones whose client gave no rate. */
  hourlyMin: number | null;
  hourlyMax: number | null;
  currency: string;
  duration: 'WEEK' | 'MONTH' | 'QUARTER' | 'SEMESTER' | 'ONGOING' | null;
  /** Hourly jobs only. */
  workload: 'FULL_TIME' | 'PART_TIME' | 'AS_NEEDED' | 'NOT_SURE' | null;
  category: string;
  subcategory: string;
  occupation: string;
  skills: string[];
  /** 0 means filled. */
  freelancersToHire: number;
  proposals: number;
  applied: boolean;
  premium: boolean;
  preferredLocations: string[];
  locationMandatory: boolean;
  coverLetterRequired: boolean;
  screeningQuestions: string[];
  /** Whether the connected freelancer has worked for this client before. */
  previousClient: boolean;
  client: Client;
}

/** The search only returns open jobs; removed and private ones can't be read by ID either. */
export const JOB_STATES = ['OPEN', 'CLOSED', 'REMOVED', 'PRIVATE'] as const;

export type JobState = (typeof JOB_STATES)[number];

/** A job on the board. Times in epoch milliseconds, whole seconds as in Upwork's dates. */
export interface Job extends Omit<JobSeed, 'category' | 'subcategory' | 'occupation' | 'skills'> {
  id: string;
  ciphertext: string;
  number: number;
  category: Term;
  subcategory: Term;
  occupation: Term;
  skills: Term[];
  createdAt: number;
  publishedAt: number;
  renewedAt: number | null;
  /** What the search returns as the time of publication, if that isn't a readable date. */
  publishedText: string | null;
  state: JobState;
}

const CLIENTS = 400;

const SETTINGS = [
  'We are a team of six and have outgrown our spreadsheets.',
  'Our company sells spare parts to workshops in nine countries.',
  'I run a small agency and need a reliable partner.',
  'We are a charity with a small budget and patient people.',
  'Our start-up has its first hundred customers and wants to keep them.',
] as const;

const CLOSINGS = [
  'Please start your proposal with the word "harbour", so that we know you have read this.',
  'Tell us about one similar project and what you would do differently today.',
  'A short call before we begin would be good.',
  'No agencies, please; we want to talk to the person who does the work.',
] as const;

const QUESTIONS = [
  'Which similar project are you most proud of?',
  'How many hours per week could you give us?',
  'What would you need from us in the first week?',
  'How do you make sure that nothing breaks when you hand over?',
] as const;

function price(random: Random, contractType: JobSeed['contractType']) {
  if (contractType === 'FIXED') {
    const budget = random.pick([50, 150, 300, 500, 800, 1200, 2500, 5000, 9000]);
    return { budget, hourlyMin: null, hourlyMax: null };
  }
  if (random.chance(0.25)) return { budget: null, hourlyMin: null, hourlyMax: null };
  const hourlyMin = random.whole(8, 70);
  return { budget: null, hourlyMin, hourlyMax: hourlyMin + random.whole(5, 50) };
}

function texts(random: Random, topic: Topic) {
  const tool = random.pick(topic.tools);
  const description = [
    random.pick(SETTINGS),
    random.pick(topic.goals),
    `You know ${tool} well and can show it.`,
    random.pick(CLOSINGS),
  ].join('\n\n');
  return { title: random.pick(topic.titles).replace('{tool}', tool), description };
}

/** The content of job number `number`: the same for the same seed, whatever else exists. */
export function jobSeedAt(seed: number, number: number): JobSeed {
  const random = randomFrom(seed, 'job', number);
  const topic = random.pick(TOPICS);
  const contractType = random.chance(0.55) ? 'HOURLY' : 'FIXED';
  const client = clientAt(seed, random.whole(0, CLIENTS - 1));
  return {
    ...texts(random, topic),
    ...price(random, contractType),
    contractType,
    experienceLevel: random.pick(['ENTRY_LEVEL', 'INTERMEDIATE', 'INTERMEDIATE', 'EXPERT']),
    currency: 'USD',
    duration: random.pick(['WEEK', 'MONTH', 'QUARTER', 'SEMESTER', 'ONGOING', null]),
    workload:
      contractType === 'HOURLY' ? random.pick(['FULL_TIME', 'PART_TIME', 'AS_NEEDED']) : null,
    category: topic.category.label,
    subcategory: topic.subcategory.label,
    occupation: topic.occupation.label,
    skills: random.several(topic.skills, random.whole(2, 5)).map((skill) => skill.label),
    freelancersToHire: random.chance(0.05) ? 0 : random.chance(0.1) ? 3 : 1,
    proposals: random.whole(0, random.chance(0.3) ? 70 : 15),
    applied: random.chance(0.02),
    premium: random.chance(0.1),
    preferredLocations: random.chance(0.15) ? [client.country] : [],
    locationMandatory: random.chance(0.05),
    coverLetterRequired: random.chance(0.8),
    screeningQuestions: random.chance(0.4) ? random.several(QUESTIONS, random.whole(1, 3)) : [],
    previousClient: random.chance(0.03),
    client,
  };
}

/** Puts a job on the board: sets its IDs, its ontology terms and its times. */
export function postJob(
  seed: number,
  number: number,
  { category, subcategory, occupation, skills, ...content }: JobSeed,
  publishedAt: number,
): Job {
  const id = idFor('job', seed, number);
  const published = Math.floor(publishedAt / 1000) * 1000;
  return {
    ...content,
    id,
    ciphertext: `~02${id}`,
    number,
    category: term(category),
    subcategory: term(subcategory),
    occupation: term(occupation),
    skills: skills.map(term),
    createdAt: published - randomFrom(seed, 'draft', number).whole(0, 90) * 1000,
    publishedAt: published,
    renewedAt: null,
    publishedText: null,
    state: 'OPEN',
  };
}
