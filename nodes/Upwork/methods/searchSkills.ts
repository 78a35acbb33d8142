import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { searchSkills as findSkills } from '../records/skill';
import { listClient } from './listClient';

/** The skills of Upwork's ontology whose name contains the search text. */
export async function searchSkills(
  this: ILoadOptionsFunctions,
  search = '',
): Promise<INodeListSearchResult> {
  const skills = await findSkills(listClient(this), search);
  return { results: skills.map(({ id, name }) => ({ name, value: id })) };
}
