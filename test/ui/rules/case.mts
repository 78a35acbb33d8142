import { SENTENCES } from './rule.mts';
import type { Rule } from './rule.mts';

/** Articles, conjunctions and short prepositions, which are lower case inside a title. */
const SMALL =
  /^(a|an|and|as|at|but|by|for|from|in|into|is|nor|of|off|on|or|per|so|than|the|to|up|via|vs|with|yet)$/;
/** Names that are written in their own way. */
const NAMES = /^(n8n|iOS|e\.g\.|oDesk\w*)$/;

const words = (text: string): string[] => text.split(/\s+/);
const bare = (word: string): string => word.replaceAll(/^[^\w]+|[^\w]+$/g, '');
const isCapital = (word: string): boolean => /^[^a-z]/.test(bare(word)) || NAMES.test(bare(word));

export const titleCase: Rule = {
  name: 'Labels and menu entries are in Title Case',
  kinds: ['label', 'choice', 'operation', 'button'],
  problem({ text }) {
    const wrong = words(text).find(
      (word, index) => !isCapital(word) && (index === 0 || !SMALL.test(bare(word))),
    );
    return wrong === undefined ? undefined : `"${wrong}" needs a capital letter`;
  },
};

export const sentenceCase: Rule = {
  name: 'Descriptions, tooltips, hints, notices and actions are in sentence case',
  kinds: ['action', ...SENTENCES],
  problem({ text }) {
    const [first = '', ...others] = words(text);
    if (!isCapital(first)) return 'starts with a small letter';
    const ordinary = others.map(bare).filter((word) => !SMALL.test(word));
    const isTitle = ordinary.length > 2 && ordinary.every((word) => /^[A-Z]/.test(word));
    return isTitle ? 'is in Title Case' : undefined;
  },
};
