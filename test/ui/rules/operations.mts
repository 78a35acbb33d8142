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

/** What is done to the resource itself. Other operations may be about something in it. */
const OWN_OBJECT = /^Operation: (Get|Get Many|Create|Update|Delete)$/;
const OWN_ACTION = /^(Get (an?|many|the)|Create|Update|Delete)\b/;

export const namesResource: Rule = {
  name: 'The description of an operation and its action name the resource',
  kinds: ['operation description', 'action'],
  problem({ text, place, field, kind }) {
    const isOwn = kind === 'action' ? OWN_ACTION.test(text) : OWN_OBJECT.test(field);
    return !isOwn || names(text, resourceOf(place))
      ? undefined
      : `does not name the ${resourceOf(place)}`;
  },
};
