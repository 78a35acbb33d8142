import type { INodeProperties } from 'n8n-workflow';

import type { JobPostingSkillInput, JobPostSkillRelevance, UpworkClient } from '../../api';
import { choiceField } from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import { quoted } from '../../fields/id';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { findSkill } from '../../records/skill';

const RELEVANCES: Choice<JobPostSkillRelevance>[] = [
  { name: 'Mandatory', value: 'MANDATORY' },
  { name: 'Nice to Have', value: 'NICE_TO_HAVE' },
];

const skillLocator: INodeProperties = {
  displayName: 'Skill',
  name: 'skillId',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a skill…',
      typeOptions: {
        searchListMethod: 'searchSkills',
        searchable: true,
        searchFilterRequired: true,
      },
    },
    { displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1234567890123456789' },
  ],
};

export const skillsField: INodeProperties = {
  displayName: 'Skills',
  name: 'skills',
  type: 'string',
  default: '',
  placeholder: 'e.g. n8n, API Integration',
  description: 'Comma-separated list of skills that the job requires, named as on Upwork',
};
export const skillListField: INodeProperties = {
  displayName: 'Skills From List',
  name: 'skillsFromList',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  placeholder: 'Add Skill',
  default: {},
  description: 'Skills to choose from those that Upwork knows, in addition to the ones above',
  options: [
    {
      displayName: 'Skill',
      name: 'skill',
      values: [
        skillLocator,
        choiceField(
          'Relevance',
          'relevance',
          'Whether the freelancer must have the skill',
          RELEVANCES,
        ),
      ],
    },
  ],
};

/** Reads the fields above, with the IDs of the skills that are named; undefined if they are empty. */
export async function readSkills(
  client: UpworkClient,
  parameters: Parameters,
  path: string,
): Promise<JobPostingSkillInput[] | undefined> {
  const chosen = parameters.entries(`${path}skillsFromList.skill`).map(readChosen);
  const named = await readNamed(client, parameters, `${path}skills`);
  // One that is both named and chosen has the relevance that was chosen.
  const skills = new Map([...named, ...chosen].map((skill) => [skill.skillId, skill]));
  return skills.size > 0 ? [...skills.values()] : undefined;
}

function readChosen(entry: Parameters): JobPostingSkillInput {
  const relevance = entry.choice('relevance', RELEVANCES);
  return { ...inputOf(entry.id('skillId')), ...omitUndefined({ relevance }) };
}

async function readNamed(
  client: UpworkClient,
  parameters: Parameters,
  path: string,
): Promise<JobPostingSkillInput[]> {
  const names = parameters.list(path) ?? [];
  const results = await Promise.all(
    names.map(async (name) => ({ name, ...(await findSkill(client, name)) })),
  );
  const unknown = results.filter(({ skill }) => !skill);
  if (unknown.length > 0) {
    const similar = [...new Set(unknown.flatMap((one) => one.similar.slice(0, 5)).map(nameOf))];
    throw parameters.invalid(
      path,
      `has skills that Upwork doesn't know: ${unknown.map(({ name }) => quoted(name)).join(', ')}`,
      similar.length > 0
        ? `Similar skills on Upwork: ${similar.join(', ')}.`
        : `Check the spelling, or choose them in ${parameters.label(`${path}FromList`)}.`,
    );
  }
  return results.flatMap(({ skill }) => (skill ? [inputOf(skill.id)] : []));
}

const nameOf = ({ name }: { name: string }): string => name;

/** Upwork: a skill may name itself as its parent instead of the group that it belongs to. */
const inputOf = (skillId: string) => ({ parentSkillId: skillId, skillId });
