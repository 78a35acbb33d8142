import type { INodeProperties } from 'n8n-workflow';

import type {
  ClientProposalAnnotation,
  ClientProposalEarnedAmount,
  ClientProposalEnglishProficiency,
  ClientProposalFilter,
  ClientProposalHourlyRate,
  ClientProposalHoursBilled,
  ClientProposalJobSuccessSocre,
  ClientProposalLastActivity,
  ClientProposalRatedType,
  ClientProposalTalentType,
} from '../../api';
import { choiceField, idField, listField, textField } from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { CLIENT_PROPOSAL_STATUSES } from '../../records/choices';

const ACTIVITIES: Choice<ClientProposalLastActivity>[] = [
  { name: 'Within 1 Month', value: 'WITHIN_1_MONTH' },
  { name: 'Within 2 Months', value: 'WITHIN_2_MONTHS' },
  { name: 'Within 2 Weeks', value: 'WITHIN_2_WEEKS' },
];
const ANNOTATIONS: Choice<ClientProposalAnnotation>[] = [
  { name: 'Hidden', value: 'Hidden' },
  { name: 'Hidden by Upwork', value: 'Auto_Hidden' },
  { name: 'Read', value: 'Read' },
  { name: 'Recommended', value: 'Recommended' },
  { name: 'Recommended by AI', value: 'AiRecommended' },
  { name: 'Shortlisted', value: 'Shortlisted' },
  { name: 'Sponsored', value: 'Sponsored' },
];
const EARNINGS: Choice<ClientProposalEarnedAmount>[] = [
  { name: '$1 or More', value: 'DOLLOR_1_PLUS_EARNED' },
  { name: '$100 or More', value: 'DOLLOR_100_PLUS_EARNED' },
  { name: '$1,000 or More', value: 'DOLLOR_1K_PLUS_EARNED' },
  { name: '$10,000 or More', value: 'DOLLOR_10K_PLUS_EARNED' },
  { name: 'Nothing Yet', value: 'NO_EARNINGS_YET' },
];
const ENGLISH: Choice<ClientProposalEnglishProficiency>[] = [
  { name: 'Basic', value: 'BASIC' },
  { name: 'Conversational', value: 'CONVERSATIONAL' },
  { name: 'Fluent', value: 'FLUENT' },
  { name: 'Native or Bilingual', value: 'NATIVE_OR_BILINGUAL' },
];
const HOURS: Choice<ClientProposalHoursBilled>[] = [
  { name: '1 or More', value: 'ONE_PLUS_HOURS_BILLED' },
  { name: '100 or More', value: 'HUNDRED_PLUS_HOURS_BILLED' },
  { name: '1,000 or More', value: 'THOUSAND_PLUS_HOURS_BILLED' },
];
const JOB_SUCCESS: Choice<ClientProposalJobSuccessSocre>[] = [
  { name: '80% or More', value: 'PERCENTACE_80_AND_ABOVE' },
  { name: '90% or More', value: 'PERCENTAGE_90_AND_ABOVE' },
];
const RATES: Choice<ClientProposalHourlyRate>[] = [
  { name: '$10 or Less', value: 'DOLLOR_10_AND_BELOW' },
  { name: '$10 to $30', value: 'DOLLOR_10_TO_30' },
  { name: '$30 to $60', value: 'DOLLOR_30_TO_60' },
  { name: '$60 or More', value: 'DOLLOR_60_AND_ABOVE' },
];
const TALENT: Choice<ClientProposalTalentType>[] = [
  { name: 'Agency', value: 'AGENCY' },
  { name: 'Freelancer', value: 'FREELANCER' },
];
const RATED: Choice<ClientProposalRatedType>[] = [
  { name: 'Not Top Rated', value: 'NON_TOP_RATED' },
  { name: 'Rising Talent', value: 'HIPO' },
  { name: 'Top Rated', value: 'TOP_RATED' },
  { name: 'Top Rated Plus', value: 'TOP_RATED_PLUS' },
];

/** Which proposals to get. */
export const clientProposalFilterField: INodeProperties = {
  displayName: 'Filters',
  name: 'filters',
  type: 'collection',
  placeholder: 'Add Filter',
  default: {},
  options: [
    choiceField(
      'Billed Hours',
      'billedHours',
      'Hours that the freelancer has worked on Upwork',
      HOURS,
    ),
    textField('Category', 'category', "Name of the freelancer's category"),
    listField('Countries', 'countries', 'Only freelancers who live in one of these countries'),
    choiceField('Earnings', 'earnings', 'What the freelancer has earned on Upwork', EARNINGS),
    choiceField('English Level', 'englishLevel', "The freelancer's English", ENGLISH),
    idField('Freelancer ID', 'freelancerId', 'Only the proposal of this freelancer'),
    choiceField('Freelancer or Agency', 'applierType', 'Who applied', TALENT),
    choiceField('Hourly Rate', 'hourlyRate', "The freelancer's rate", RATES),
    choiceField('Job Success', 'jobSuccess', "The freelancer's Job Success Score", JOB_SUCCESS),
    textField('Keywords', 'text', 'Words in the proposal or the profile'),
    listField('Languages', 'languages', 'Only freelancers who speak one of these languages'),
    choiceField('Last Active', 'activity', 'When the freelancer was last active', ACTIVITIES),
    choiceField('Marked As', 'annotation', 'How the proposal is marked', ANNOTATIONS),
    idField('Occupation ID', 'occupationId', "ID of an occupation in Upwork's ontology"),
    textField('Profile Title', 'title', "Words in the title of the freelancer's profile"),
    listField('Regions', 'regions', 'Only freelancers who live in one of these regions'),
    choiceField('Status', 'status', 'Current status of the proposal', CLIENT_PROPOSAL_STATUSES),
    choiceField('Top Rated', 'topRated', "Upwork's rating of the freelancer", RATED),
  ],
};

/** Reads the field above; undefined without filters. */
export function readClientProposalFilter(parameters: Parameters): ClientProposalFilter | undefined {
  const choice = <T extends string>(name: string, choices: readonly Choice<T>[]) =>
    parameters.choice(`filters.${name}`, choices);
  const line = (name: string) => parameters.line(`filters.${name}`);
  const list = (name: string) => parameters.list(`filters.${name}`);
  const id = (name: string) => parameters.optionalId(`filters.${name}`);
  return omitUndefined({
    activityDays_eq: choice('activity', ACTIVITIES),
    annotations_eq: choice('annotation', ANNOTATIONS),
    applierType_eq: choice('applierType', TALENT),
    billedHours_eq: choice('billedHours', HOURS),
    category_eq: line('category'),
    chargeRate_eq: choice('hourlyRate', RATES),
    country_any: list('countries'),
    earnings_eq: choice('earnings', EARNINGS),
    englishLevel_eq: choice('englishLevel', ENGLISH),
    freelancerId_eq: id('freelancerId'),
    jobSuccessScore_eq: choice('jobSuccess', JOB_SUCCESS),
    languages_any: list('languages'),
    occupationId: id('occupationId'),
    region_any: list('regions'),
    status_eq: choice('status', CLIENT_PROPOSAL_STATUSES),
    textQuery_eq: line('text'),
    title_eq: line('title'),
    topRated_eq: choice('topRated', RATED),
  });
}
