import type { INodeProperties } from 'n8n-workflow';

import type { JobPostingSkillInput, JobPostSkillRelevance, SandsJobPostRequest } from '../../api';
import { choiceField, idField, lookupField, textField } from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';

const RELEVANCES: Choice<JobPostSkillRelevance>[] = [
  { name: 'Mandatory', value: 'MANDATORY' },
  { name: 'Nice to Have', value: 'NICE_TO_HAVE' },
];
const relevanceField = choiceField(
  'Relevance',
  'relevance',
  'Whether the freelancer must have the skill',
  RELEVANCES,
);
const skillIdField = idField('Skill ID', 'skillId', "ID of the skill in Upwork's ontology");

/** Upwork: the skills belong to the occupation of a posting. */
export const skillFields: INodeProperties[] = [
  lookupField(
    {
      displayName: 'Occupation',
      name: 'occupationId',
      description: 'Type of specialist you need, such as Front-End Development',
    },
    'searchOccupations',
  ),
  {
    displayName: 'Skills',
    name: 'skills',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    placeholder: 'Add Skill',
    default: {},
    description: 'Skills that the job requires',
    options: [
      {
        displayName: "Skill of Upwork's Ontology",
        name: 'skill',
        values: [
          skillIdField,
          idField(
            'Parent Skill ID',
            'parentSkillId',
            'ID of the group that the skill belongs to. Leave empty if it has none.',
          ),
          relevanceField,
        ],
      },
      {
        displayName: 'Additional Skill',
        name: 'additional',
        values: [
          skillIdField,
          textField('Name', 'freetext', 'Name of a skill that has no ID'),
          relevanceField,
        ],
      },
    ],
  },
];

/** Reads the fields above; undefined if they are empty. */
export function readSkills(parameters: Parameters): SandsJobPostRequest | undefined {
  const skills = parameters.entries('skills.skill').map(readSkill);
  const additionalSkills = parameters.entries('skills.additional').map((entry) => {
    const skill = omitUndefined({
      skillId: entry.optionalId('skillId'),
      freetext: entry.line('freetext'),
    });
    if (!skill)
      throw entry.invalid(
        'skillId',
        `is empty, and so is ${entry.label('freetext')}`,
        'Fill in one of the two.',
      );
    return { ...skill, ...readRelevance(entry) };
  });
  return omitUndefined({
    occupationId: parameters.optionalId('occupationId'),
    skills: skills.length > 0 ? skills : undefined,
    additionalSkills: additionalSkills.length > 0 ? additionalSkills : undefined,
  });
}

function readSkill(entry: Parameters): JobPostingSkillInput {
  const skillId = entry.id('skillId');
  const parentSkillId = entry.optionalId('parentSkillId') ?? skillId;
  return { parentSkillId, skillId, ...readRelevance(entry) };
}

const readRelevance = (entry: Parameters) =>
  omitUndefined({ relevance: entry.choice('relevance', RELEVANCES) });
