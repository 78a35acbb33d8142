import type { INodeProperties } from 'n8n-workflow';

import { omitUndefined } from '../../api';
import type { ContractorType, Earning, EnglishProficiency, EnglishSkill, JobPostingQualificationRequest, OnSiteType } from '../../api';
import type { Choice } from '../../fields/builders';
import {
  choiceField,
  flagField,
  idTextField,
  listField,
  numberField,
  readChoice,
  readList,
  textField,
} from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';

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

/** Who is wanted. */
export const qualificationsField: INodeProperties = {
  displayName: 'Qualifications',
  name: 'qualifications',
  type: 'collection',
  placeholder: 'Add Qualification',
  default: {},
  options: [
    listField('Countries', 'countries', 'Countries to live in'),
    choiceField('Earnings', 'earnings', 'What has been earned on Upwork', EARNINGS),
    choiceField('English', 'englishProficiency', 'The English that is needed', ENGLISH),
    choiceField('English Skill', 'englishSkill', "Upwork's older scale of English", ENGLISH_TESTED),
    choiceField('Freelancers or Agencies', 'contractorType', 'Who may apply', TALENT),
    idTextField('Group ID', 'groupRid', 'The ID of a group to be a member of'),
    flagField('Has Portfolio', 'hasPortfolio', 'Whether a portfolio is needed'),
    numberField('Hours on Upwork', 'oDeskHours', 'The hours worked on Upwork so far', 100),
    numberField('Job Success Score', 'jobSuccessScore', 'The least score, in percent', 90),
    listField('Languages', 'languages', 'Languages to speak'),
    textField('Local Description', 'localDescription', 'Why the place matters'),
    textField(
      'Local Flexibility Description',
      'localFlexibilityDescription',
      'How strictly the place is meant',
    ),
    flagField('Local Market', 'localMarket', 'Whether only people of these places may apply'),
    flagField('Location Check', 'locationCheckRequired', 'Whether Upwork checks the place'),
    choiceField('On Site', 'onSiteType', 'How often to be there', ON_SITE),
    idTextField('Region ID', 'locationRegionId', 'The ID of a region to live in'),
    listField('Regions', 'regions', 'Regions to live in'),
    flagField('Rising Talent', 'risingTalent', 'Whether rising talent is wanted'),
    listField('States', 'states', 'States to live in'),
    idTextField('Test ID', 'testId', 'The ID of a test to have passed'),
    listField('Time Zones', 'timezones', 'Time zones to live in'),
  ],
};

/** Reads the field above; undefined where nothing is said. */
export function readQualifications(
  parameters: Parameters,
): JobPostingQualificationRequest | undefined {
  const at = (name: string) => `qualifications.${name}`;
  const text = (name: string) => parameters.text(at(name));
  const list = (name: string) => readList(parameters, at(name));
  const flag = (name: string) => parameters.optionalFlag(at(name));
  const count = (name: string) => parameters.number(at(name), { min: 0 });
  return omitUndefined({
    contractorType: readChoice(parameters, at('contractorType'), TALENT),
    countries: list('countries'),
    earnings: readChoice(parameters, at('earnings'), EARNINGS),
    englishProficiency: readChoice(parameters, at('englishProficiency'), ENGLISH),
    englishSkill: readChoice(parameters, at('englishSkill'), ENGLISH_TESTED),
    groupRid: text('groupRid'),
    hasPortfolio: flag('hasPortfolio'),
    jobSuccessScore: count('jobSuccessScore'),
    languages: list('languages'),
    localDescription: text('localDescription'),
    localFlexibilityDescription: text('localFlexibilityDescription'),
    localMarket: flag('localMarket'),
    locationCheckRequired: flag('locationCheckRequired'),
    locationRegionId: text('locationRegionId'),
    oDeskHours: count('oDeskHours'),
    onSiteType: readChoice(parameters, at('onSiteType'), ON_SITE),
    regions: list('regions'),
    risingTalent: flag('risingTalent'),
    states: list('states'),
    testId: text('testId'),
    timezones: list('timezones'),
  });
}
