import type { INodeProperties } from 'n8n-workflow';

import { omitUndefined } from '../../api';
import type { JobPostSkillRelevance, JobPostingSkillInput, SandsJobPostRequest } from '../../api';
import type { Choice } from '../../fields/builders';
import { choiceField, idTextField, lookupField, readChoice, textField } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';

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
const skillIdField = idTextField('Skill ID', 'skillId', "The skill's ID in Upwork's ontology");

/** Upwork: skills are classified with the posting's occupation. */
export const skillFields: INodeProperties[] = [
  lookupField(
    {
      displayName: 'Occupation',
      name: 'occupationId',
      description: 'What the freelancer is, such as Front-End Development',
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
    description: 'The skills that are needed',
    options: [
      {
        displayName: "Skill of Upwork's Ontology",
        name: 'skill',
        values: [
          skillIdField,
          idTextField('Parent Skill ID', 'parentSkillId', 'The ID of its group; empty for its own'),
          relevanceField,
        ],
      },
      {
        displayName: 'Additional Skill',
        name: 'additional',
        values: [
          skillIdField,
          textField('Name', 'freetext', 'The skill in your words, where it has no ID'),
          relevanceField,
        ],
      },
    ],
  },
];

/** Reads the fields above; undefined where nothing is said. */
export function readSkills(parameters: Parameters): SandsJobPostRequest | undefined {
  const skills = parameters.entries('skills.skill').map(readSkill);
  const additionalSkills = parameters.entries('skills.additional').map((entry) => {
    const skill = omitUndefined({ skillId: entry.text('skillId'), freetext: entry.text('freetext') });
    if (!skill) throw entry.invalid('skillId', 'is empty, and so is "freetext"');
    return { ...skill, ...readRelevance(entry) };
  });
  return omitUndefined({
    occupationId: parameters.locator('occupationId'),
    skills: skills.length > 0 ? skills : undefined,
    additionalSkills: additionalSkills.length > 0 ? additionalSkills : undefined,
  });
}

function readSkill(entry: Parameters): JobPostingSkillInput {
  const skillId = entry.text('skillId');
  if (skillId === undefined) throw entry.invalid('skillId', 'is empty');
  const parentSkillId = entry.text('parentSkillId') ?? skillId;
  return { parentSkillId, skillId, ...readRelevance(entry) };
}

const readRelevance = (entry: Parameters) =>
  omitUndefined({ relevance: readChoice(entry, 'relevance', RELEVANCES) });
