import { idFor, randomFrom } from './random.mts';
import { type Organization, type User } from './account.mts';
import { type Term, TOPICS } from './topics.mts';

/** A freelancer who applies for the client's job postings. Money in whole US dollars. */
export interface Freelancer extends User {
  organization: Organization;
  title: string;
  description: string;
  country: string;
  countryCode: string;
  rate: number;
  skills: readonly Term[];
  category: string;
  /** 0 to 100; `null` for new freelancers. */
  jobSuccess: number | null;
  rated: 'TOP_RATED' | 'TOP_RATED_PLUS' | 'HIPO' | null;
  earned: number;
  hoursBilled: number;
  english: 'BASIC' | 'CONVERSATIONAL' | 'FLUENT' | 'NATIVE_OR_BILINGUAL';
  /** How many days before the sandbox's start they were last active. */
  daysSinceActive: number;
}

/** How many different freelancers there are. */
export const FREELANCERS = 120;

const FIRST_NAMES = [
  'Amara',
  'Bruno',
  'Chidi',
  'Dilnoza',
  'Elif',
  'Farid',
  'Greta',
  'Hana',
  'Ivo',
  'Jun',
  'Kofi',
  'Lucía',
] as const;

const LAST_NAMES = [
  'Abara',
  'Berg',
  'Castro',
  'Dang',
  'Eriksen',
  'Fontaine',
  'Gupta',
  'Horvat',
  'Ito',
  'Jansen',
] as const;

const COUNTRIES: readonly [[string, string], ...[string, string][]] = [
  ['India', 'IN'],
  ['Philippines', 'PH'],
  ['Pakistan', 'PK'],
  ['Ukraine', 'UA'],
  ['Brazil', 'BR'],
  ['Poland', 'PL'],
  ['Kenya', 'KE'],
  ['United States', 'US'],
  ['Germany', 'DE'],
];

function ratedAs(jobSuccess: number | null, earned: number): Freelancer['rated'] {
  if (jobSuccess === null) return null;
  if (jobSuccess < 90) return null;
  if (earned > 10_000) return 'TOP_RATED_PLUS';
  return earned > 1000 ? 'TOP_RATED' : 'HIPO';
}

/** Freelancer number `index`: the same for the same seed, whatever else exists. */
export function freelancerAt(seed: number, index: number): Freelancer {
  const random = randomFrom(seed, 'freelancer', index);
  // Every combination of first and last name once.
  const firstName = FIRST_NAMES[index % FIRST_NAMES.length] ?? FIRST_NAMES[0];
  const lastName =
    LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length] ?? LAST_NAMES[0];
  const name = `${firstName} ${lastName}`;
  const id = idFor('freelancer', seed, index);
  const topic = random.pick(TOPICS);
  const [country, countryCode] = random.pick(COUNTRIES);
  const rate = random.whole(8, 95);
  const hoursBilled = random.chance(0.2) ? 0 : random.whole(1, random.chance(0.3) ? 4000 : 400);
  const jobSuccess = hoursBilled === 0 ? null : random.whole(68, 100);
  const earned = hoursBilled * rate;
  return {
    id,
    nid: `${firstName}${lastName}`.toLowerCase(),
    rid: id.slice(-6),
    name,
    organization: random.chance(0.2)
      ? { id: idFor('client', seed, 1_000_000 + index), name: `${lastName} & Co`, kind: 'agency' }
      : { id: idFor('client', seed, 1_000_000 + index), name, kind: 'freelancer' },
    title: `${topic.occupation.label}, ${random.pick(topic.tools)}`,
    description: random.pick(topic.goals),
    country,
    countryCode,
    rate,
    skills: random.several(topic.skills, 4),
    category: topic.category.label,
    jobSuccess,
    rated: ratedAs(jobSuccess, earned),
    earned,
    hoursBilled,
    english: random.pick(['BASIC', 'CONVERSATIONAL', 'FLUENT', 'NATIVE_OR_BILINGUAL']),
    daysSinceActive: random.whole(0, 70),
  };
}
