import { query } from '../api';
import type { UpworkClient } from '../api';

/** Upwork: without a limit, it returns ten. */
const MAX_FOUND = 50;
/** Upwork: texts to search for have at most 100 characters. */
const MAX_LENGTH = 100;

export const skillSearch = query(
  'Skills',
  /* GraphQL */ `
    query Skills($filter: OntologyElementsSearchByPrefLabelFilter!) {
      ontologyElementsSearchByPrefLabel(filter: $filter) {
        id
        preferredLabel
      }
    }
  `,
  { batch: true, example: () => searchFor('a') },
);

const searchFor = (text: string) => ({
  filter: {
    preferredLabel_any: text,
    type: 'SKILL' as const,
    sortOrder: 'match-start',
    limit: MAX_FOUND,
  },
});

/** A skill of Upwork's ontology. */
export interface Skill {
  id: string;
  name: string;
}

/** The skills whose name contains a text; those that begin with it come first. */
export async function searchSkills(client: UpworkClient, text: string): Promise<Skill[]> {
  if (text.trim() === '' || text.length > MAX_LENGTH) return [];
  const { ontologyElementsSearchByPrefLabel: found } = await client.send(
    skillSearch,
    searchFor(text),
  );
  return found.flatMap(({ id, preferredLabel: name }) =>
    name === undefined ? [] : [{ id, name }],
  );
}

/** The skill with a name, or else the skills whose name contains it. */
export async function findSkill(
  client: UpworkClient,
  name: string,
): Promise<{ skill: Skill | undefined; similar: Skill[] }> {
  const entered = withSingleSpaces(name);
  const found = await searchSkills(client, entered);
  const skill = found.find((candidate) => candidate.name.toLowerCase() === entered.toLowerCase());
  return { skill, similar: skill ? [] : found };
}

const withSingleSpaces = (name: string): string => name.trim().replace(/\s+/g, ' ');
