import type { SeenField, SeenForm } from '../visit.mts';

/** One of n8n's guidelines about the fields of a form, other than their texts. */
export interface StructureRule {
  name: string;
  /** The labels of the fields that break it. */
  wrong: (form: SeenForm) => string[];
}

const labelsOf = (fields: SeenField[]): string[] => fields.map(({ label }) => label);

/** The forms of operations start with the resource and the operation, below what n8n adds. */
const resourceFirst: StructureRule = {
  name: 'The first field is Resource, the second Operation',
  wrong({ fields }) {
    const names = fields.map(({ name }) => name);
    const at = names.indexOf('resource');
    return at >= 0 && names[at + 1] !== 'operation' ? labelsOf(fields.slice(at, at + 2)) : [];
  },
};

const newTab: StructureRule = {
  name: 'Links open in a new tab',
  wrong: ({ fields }) => labelsOf(fields.filter(({ linksHere }) => linksHere.length > 0)),
};

const secrets: StructureRule = {
  name: 'What is secret is entered in a password field',
  wrong: ({ fields }) =>
    labelsOf(
      fields.filter(({ label, isSecret }) => /secret|password|token/i.test(label) && !isSecret),
    ),
};

const room: StructureRule = {
  name: 'No label is cut off',
  wrong: ({ fields }) => labelsOf(fields.filter(({ isLabelCut }) => isLabelCut)),
};

const twoLines: StructureRule = {
  name: 'The descriptions in a menu fit into two lines',
  wrong: ({ cut }) => cut.map(({ label, entry }) => `${label}: ${entry}`),
};

const filledLists: StructureRule = {
  name: 'A list has entries',
  wrong: ({ lists }) =>
    lists.filter(({ entries }) => entries.join('').trim() === '').map(({ label }) => label),
};

export const structureRules = [resourceFirst, newTab, secrets, room, twoLines, filledLists];
