import { SENTENCES, WORDS } from './rule.mts';
import type { Rule } from './rule.mts';

/** Abbreviations whose period ends no sentence. */
const ABBREVIATIONS = /\b(e\.g|i\.e|etc|vs|Ltd|Inc)\./g;

export const periods: Rule = {
  name: 'One sentence has no period at its end, several have',
  kinds: SENTENCES,
  problem({ text }) {
    const plain = text.replace(ABBREVIATIONS, '$1');
    const hasSeveral = /[.!?]['")]?\s+\S/.test(plain);
    const endsInPeriod = /[.!?]['")]?$/.test(plain);
    if (hasSeveral && !endsInPeriod) return 'has several sentences, but no period at the end';
    return !hasSeveral && endsInPeriod && plain.endsWith('.') ? 'ends in a period' : undefined;
  },
};

export const whether: Rule = {
  name: 'The tooltip of a switch starts with "Whether"',
  kinds: ['switch tooltip'],
  problem: ({ text }) => (text.startsWith('Whether ') ? undefined : 'starts differently'),
};

export const examples: Rule = {
  name: 'A placeholder is an example that starts with "e.g."',
  kinds: ['placeholder'],
  problem: ({ text }) => (text.startsWith('e.g. ') ? undefined : 'starts differently'),
};

export const listPlaceholders: Rule = {
  name: 'The placeholder of a list says what to select',
  kinds: ['list placeholder'],
  problem: ({ text }) =>
    /^(Select|Choose)\W*$/.test(text) ? 'does not say what to select' : undefined,
};

export const fieldNames: Rule = {
  name: "Names of fields are in 'single quotes'",
  kinds: SENTENCES,
  problem({ text, place }, all) {
    const labels = all.filter((other) => other.kind === 'label' && other.place === place);
    const quoted = labels.find(({ text: label }) => text.includes(`"${label}"`));
    return quoted === undefined ? undefined : `"${quoted.text}" is in double quotes`;
  },
};

export const doubled: Rule = {
  name: 'No word or space is doubled',
  kinds: [...WORDS, 'placeholder'],
  problem({ text }) {
    const [twice] = /\b([a-z]+)\s+\1\b/i.exec(text) ?? / {2,}/.exec(text) ?? [];
    return twice === undefined ? undefined : `has "${twice}"`;
  },
};
