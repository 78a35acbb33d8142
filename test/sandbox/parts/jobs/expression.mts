import type { Job } from '../../world/jobs.mts';

/** Whether a job contains what a search expression looks for. */
export type TextTest = (text: SearchableText) => boolean;

/** A job's words, each between single spaces, lower case: `includes(' word ')` finds whole words. */
export interface SearchableText {
  title: string;
  description: string;
  skills: string;
}

type Part = keyof SearchableText;

const EVERYWHERE: Part[] = ['title', 'description', 'skills'];
const PREFIXES: Record<string, Part[]> = {
  title: ['title'],
  skills: ['skills'],
  description: ['description'],
};

/** Keeps what belongs to names such as C++, C#, Node.js. */
function words(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .replace(/\.+( |$)/g, '$1');
  return ` ${plain.trim()} `;
}

const texts = new WeakMap<Job, SearchableText>();

/** The searchable words of a job, computed once. */
export function searchableText(job: Job): SearchableText {
  const known = texts.get(job);
  if (known) return known;
  const text = {
    title: words(job.title),
    description: words(job.description),
    skills: words(job.skills.map(({ label }) => label).join(' ; ')),
  };
  texts.set(job, text);
  return text;
}

/** Whether one of these parts contains all words of `phrase`, one after the other. */
export function says(phrase: string, parts: Part[] = EVERYWHERE): TextTest {
  const searched = words(phrase);
  if (searched.trim() === '') return () => true;
  return (text) => parts.some((part) => text[part].includes(searched));
}

const TOKEN = /\s*(?:(\()|(\))|"([^"]*)"?|(\w+):(?=[("\w])|([^\s()"]+))/gy;

type Token =
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { kind: 'words' | 'prefix'; text: string };

function tokens(expression: string): Token[] {
  return [...expression.matchAll(TOKEN)].map(([, open, close, phrase, prefix, word]): Token => {
    if (open !== undefined) return { kind: 'open' };
    if (close !== undefined) return { kind: 'close' };
    if (phrase !== undefined) return { kind: 'words', text: phrase };
    if (prefix !== undefined) return { kind: 'prefix', text: prefix.toLowerCase() };
    if (word === 'AND') return { kind: 'and' };
    if (word === 'OR') return { kind: 'or' };
    if (word === 'NOT') return { kind: 'not' };
    return { kind: 'words', text: word ?? '' };
  });
}

/**
 * Parses a search expression: words (all are required), "phrases", AND, OR, NOT, parentheses and `title:(…)`. Invalid syntax never fails, as on Upwork's site: it is skipped. @param parts where to look, unless a prefix says otherwise
 */
export function parseExpression(expression: string, parts: Part[] = EVERYWHERE): TextTest {
  const left = tokens(expression);

  function anyOf(where: Part[]): TextTest {
    const choices = [allOf(where)];
    while (left[0]?.kind === 'or') {
      left.shift();
      choices.push(allOf(where));
    }
    return (text) => choices.some((test) => test(text));
  }

  function allOf(where: Part[]): TextTest {
    const tests: TextTest[] = [];
    while (left[0] && left[0].kind !== 'or' && left[0].kind !== 'close') tests.push(one(where));
    return (text) => tests.every((test) => test(text));
  }

  function one(where: Part[]): TextTest {
    const token = left.shift();
    switch (token?.kind) {
      case 'words':
        return says(token.text, where);
      case 'prefix':
        return one(PREFIXES[token.text] ?? where);
      case 'not': {
        const test = one(where);
        return (text) => !test(text);
      }
      case 'open': {
        const test = anyOf(where);
        if (left[0]?.kind === 'close') left.shift();
        return test;
      }
      default:
        return () => true;
    }
  }

  const tests: TextTest[] = [];
  while (left.length > 0) {
    tests.push(anyOf(parts));
    // An extra parenthesis ends the inner loop early: continue after it.
    if (left[0]?.kind === 'close') left.shift();
  }
  return (text) => tests.every((test) => test(text));
}
