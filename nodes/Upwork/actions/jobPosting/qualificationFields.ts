import type { INodeProperties } from 'n8n-workflow';

import type {
  ContractorType,
  Earning,
  EnglishProficiency,
  JobPostingQualificationRequest,
} from '../../api';
import { choiceField, flagField, listField, numberField } from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';

const TALENT: Choice<ContractorType>[] = [
  { name: 'Agencies', value: 'AGENCIES' },
  { name: 'All', value: 'ALL' },
  { name: 'Individuals', value: 'INDIVIDUALS' },
];
const EARNINGS: Choice<Earning>[] = [
  { name: '$1 or More', value: 'AT_LEAST_1' },
  { name: '$100 or More', value: 'AT_LEAST_100' },
  { name: '$1,000 or More', value: 'AT_LEAST_1000' },
  { name: '$10,000 or More', value: 'AT_LEAST_10000' },
  { name: 'Any', value: 'ANY' },
];
const ENGLISH: Choice<EnglishProficiency>[] = [
  { name: 'Any', value: 'ANY' },
  { name: 'Basic', value: 'BASIC' },
  { name: 'Conversational', value: 'CONVERSATIONAL' },
  { name: 'Fluent', value: 'FLUENT' },
  { name: 'Native', value: 'NATIVE' },
];

/** Who can apply. */
export const qualificationsField: INodeProperties = {
  displayName: 'Qualifications',
  name: 'qualifications',
  type: 'collection',
  placeholder: 'Add Qualification',
  default: {},
  options: [
    listField('Countries', 'countries', 'Only freelancers from these countries can apply'),
    choiceField('Earnings', 'earnings', 'Minimum earnings on Upwork', EARNINGS),
    choiceField('English', 'englishProficiency', 'Required level of English', ENGLISH),
    choiceField('Freelancers or Agencies', 'contractorType', 'Who can apply', TALENT),
    flagField('Has Portfolio', 'hasPortfolio', 'Whether a portfolio is required'),
    numberField('Hours on Upwork', 'oDeskHours', 'Minimum hours worked on Upwork', 100),
    numberField('Job Success Score', 'jobSuccessScore', 'Minimum score in percent', 90),
    listField('Languages', 'languages', 'Languages that the freelancer must speak'),
    flagField('Local Market', 'localMarket', 'Whether to only allow freelancers from these places'),
    flagField('Location Check', 'locationCheckRequired', 'Whether Upwork verifies the location'),
    listField('Regions', 'regions', 'Only freelancers from these regions can apply'),
    flagField('Rising Talent', 'risingTalent', 'Whether to prefer rising talent'),
    listField('States', 'states', 'Only freelancers from these states can apply'),
    listField('Time Zones', 'timezones', 'Only freelancers from these time zones can apply'),
  ],
};

/** Reads the field above; undefined if it is empty. */
export function readQualifications(
  parameters: Parameters,
): JobPostingQualificationRequest | undefined {
  const at = (name: string) => `qualifications.${name}`;
  const list = (name: string) => parameters.list(at(name));
  const flag = (name: string) => parameters.optionalFlag(at(name));
  const count = (name: string) => parameters.number(at(name), { min: 0 });
  return omitUndefined({
    contractorType: parameters.choice(at('contractorType'), TALENT),
    countries: list('countries'),
    earnings: parameters.choice(at('earnings'), EARNINGS),
    englishProficiency: parameters.choice(at('englishProficiency'), ENGLISH),
    hasPortfolio: flag('hasPortfolio'),
    jobSuccessScore: count('jobSuccessScore'),
    languages: list('languages'),
    localMarket: flag('localMarket'),
    locationCheckRequired: flag('locationCheckRequired'),
    oDeskHours: count('oDeskHours'),
    regions: list('regions'),
    risingTalent: flag('risingTalent'),
    states: list('states'),
    timezones: list('timezones'),
  });
}
