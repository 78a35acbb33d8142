import type { Rule } from './rule.mts';

/** The words of a resource, without the ending of the plural: "Job Posting" is "job", "posting". */
const stems = (name: string): string[] =>
  name
    .toLowerCase()
    .split(' ')
    .map((word) => word.replace(/s$/, ''));

const resourceOf = (place: string): string => place.replace(/(:| \(Tool\)).*/, '');
const names = (text: string, resource: string): boolean =>
  stems(resource).every((word) => text.toLowerCase().includes(word));

export const getMany: Rule = {
  name: 'An operation that returns a list is called "Get Many"',
  kinds: ['operation'],
  problem: ({ text }) =>
    /^(Get All|List)\b/.test(text) ? 'n8n says "Get Many" everywhere' : undefined,
};

export const notRepeated: Rule = {
  name: 'The name of an operation does not repeat the resource',
  kinds: ['operation'],
  problem: ({ text, place }) =>
    text !== resourceOf(place) && text.split(' ').includes(resourceOf(place))
      ? 'the resource stands above it'
      : undefined,
};

export const namesResource: Rule = {
  name: 'The description of an operation and its action name the resource',
  kinds: ['operation description', 'action'],
  problem: ({ text, place }) =>
    names(text, resourceOf(place)) ? undefined : `does not name the ${resourceOf(place)}`,
};
