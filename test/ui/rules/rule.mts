import type { Kind, UiText } from '../texts.mts';

/** Texts of one or more sentences. */
export const SENTENCES: readonly Kind[] = [
  'choice description',
  'hint',
  'notice',
  'operation description',
  'switch tooltip',
  'tooltip',
];

/** All texts but the placeholders, which are examples. */
export const WORDS: readonly Kind[] = [
  'action',
  'button',
  'choice',
  'label',
  'list placeholder',
  'operation',
  ...SENTENCES,
];

/** One of n8n's guidelines, held against the texts of some kinds. */
export interface Rule {
  name: string;
  kinds: readonly Kind[];
  /** What is wrong with a text, or undefined. */
  problem: (text: UiText, all: readonly UiText[]) => string | undefined;
}

/** The texts that break a rule, each once, with the place of the first. */
export function violations({ kinds, problem }: Rule, texts: readonly UiText[]): string[] {
  const places = new Map<string, string[]>();
  for (const text of texts.filter(({ kind }) => kinds.includes(kind))) {
    const found = problem(text, texts);
    if (found === undefined) continue;
    const message = `'${text.field}', ${text.kind} "${text.text}": ${found}`;
    places.set(message, [...(places.get(message) ?? []), text.place]);
  }
  return [...places].map(([message, where]) => {
    const others = new Set(where).size - 1;
    return `${where[0] ?? ''}${others > 0 ? ` and ${others} more` : ''}, ${message}`;
  });
}
