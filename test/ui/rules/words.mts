import { WORDS } from './rule.mts';
import type { Rule } from './rule.mts';

/** How names are written in code, not in text. */
const CODE = [
  /\b[a-z]+(?:[A-Z][a-z0-9]*)+\b/,
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/,
  /\b[a-z0-9]+_[a-z0-9_]+\b/,
  /\b[A-Za-z]+\.[a-z]+[A-Z]\w*\b/,
];
/** Words of GraphQL and of Upwork's API for which its website has others. */
const API =
  /\b(GraphQL|mutations?|enum|payload|tenant|ontology|[ur]id|uid|rids?|null|boolean|regexp?)\b/i;
/** What n8n, Upwork or others are called on their own pages. */
const NAMES = /^GraphQL$|\b(n8n|OAuth2?|GitHub|LinkedIn|PayPal|(the|or) GraphQL nodes?)\b/g;
const ADDRESS = /\bhttps?:\S+|\b[\w-]+(\.[\w-]+)*\.(com|org|io)\b\S*/g;
/** The resource whose users write GraphQL. */
const FOR_PROGRAMMERS = /^GraphQL\b/;

export const codeNames: Rule = {
  name: 'No name from the code or from the API',
  kinds: WORDS,
  problem({ text, place }) {
    const plain = text.replace(ADDRESS, '').replace(NAMES, '');
    const isExempt = FOR_PROGRAMMERS.test(place);
    const patterns = isExempt ? [] : [...CODE, API];
    const [found] = patterns.map((pattern) => pattern.exec(plain)?.[0]).filter(Boolean);
    return found === undefined ? undefined : `"${found}" is a name from the code or the API`;
  },
};
