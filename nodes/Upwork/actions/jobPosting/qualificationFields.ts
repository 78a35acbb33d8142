import type { INodeProperties } from 'n8n-workflow';

import type {
  ContractorType,
  Earning,
  EnglishProficiency,
  EnglishSkill,
  JobPostingQualificationRequest,
  OnSiteType,
} from '../../api';
import {
  choiceField,
  flagField,
  idField,
  listField,
  numberField,
  textField,
} from '../../fields/builders';
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
const ENGLISH_TESTED: Choice<EnglishSkill>[] = [
  { name: '5 of 5', value: 'EXACTLY_5_OF_5' },
  { name: 'Any', value: 'ANY_LEVEL' },
  { name: 'At Least 1 of 5', value: 'AT_LEAST_1_OF_5' },
  { name: 'At Least 2 of 5', value: 'AT_LEAST_2_OF_5' },
  { name: 'At Least 3 of 5', value: 'AT_LEAST_3_OF_5' },
  { name: 'At Least 4 of 5', value: 'AT_LEAST_4_OF_5' },
];
const ON_SITE: Choice<OnSiteType>[] = [
  { name: 'Never', value: 'REMOTE' },
  { name: 'Permanently', value: 'PERMANENT' },
  { name: 'Sometimes', value: 'OCCASIONAL' },
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
    choiceField(
      'English Skill',
      'englishSkill',
      "Required English on Upwork's older scale",
      ENGLISH_TESTED,
    ),
    choiceField('Freelancers or Agencies', 'contractorType', 'Who can apply', TALENT),
    idField('Group ID', 'groupRid', 'ID of a group that the freelancer must belong to'),
    flagField('Has Portfolio', 'hasPortfolio', 'Whether a portfolio is required'),
    numberField('Hours on Upwork', 'oDeskHours', 'Minimum hours worked on Upwork', 100),
    numberField('Job Success Score', 'jobSuccessScore', 'Minimum score in percent', 90),
    listField('Languages', 'languages', 'Languages that the freelancer must speak'),
    textField('Local Description', 'localDescription', 'Why the location matters'),
    textField(
      'Local Flexibility Description',
      'localFlexibilityDescription',
      'How flexible the location is',
    ),
    flagField('Local Market', 'localMarket', 'Whether to only allow freelancers from these places'),
    flagField('Location Check', 'locationCheckRequired', 'Whether Upwork verifies the location'),
    choiceField('On Site', 'onSiteType', 'How often the freelancer works on site', ON_SITE),
    idField(
      'Region ID',
      'locationRegionId',
      'Only freelancers from the region with this ID can apply',
    ),
    listField('Regions', 'regions', 'Only freelancers from these regions can apply'),
    flagField('Rising Talent', 'risingTalent', 'Whether to prefer rising talent'),
    listField('States', 'states', 'Only freelancers from these states can apply'),
    idField('Test ID', 'testId', 'ID of a test that the freelancer must have passed'),
    listField('Time Zones', 'timezones', 'Only freelancers from these time zones can apply'),
  ],
};

/** Reads the field above; undefined if it is empty. */
export function readQualifications(
  parameters: Parameters,
): JobPostingQualificationRequest | undefined {
  const at = (name: string) => `qualifications.${name}`;
  const id = (name: string) => parameters.optionalId(at(name));
  const list = (name: string) => parameters.list(at(name));
  const flag = (name: string) => parameters.optionalFlag(at(name));
  const count = (name: string) => parameters.number(at(name), { min: 0 });
  return omitUndefined({
    contractorType: parameters.choice(at('contractorType'), TALENT),
    countries: list('countries'),
    earnings: parameters.choice(at('earnings'), EARNINGS),
    englishProficiency: parameters.choice(at('englishProficiency'), ENGLISH),
    englishSkill: parameters.choice(at('englishSkill'), ENGLISH_TESTED),
    groupRid: id('groupRid'),
    hasPortfolio: flag('hasPortfolio'),
    jobSuccessScore: count('jobSuccessScore'),
    languages: list('languages'),
    localDescription: parameters.text(at('localDescription')),
    localFlexibilityDescription: parameters.text(at('localFlexibilityDescription')),
    localMarket: flag('localMarket'),
    locationCheckRequired: flag('locationCheckRequired'),
    locationRegionId: id('locationRegionId'),
    oDeskHours: count('oDeskHours'),
    onSiteType: parameters.choice(at('onSiteType'), ON_SITE),
    regions: list('regions'),
    risingTalent: flag('risingTalent'),
    states: list('states'),
    testId: id('testId'),
    timezones: list('timezones'),
  });
}
