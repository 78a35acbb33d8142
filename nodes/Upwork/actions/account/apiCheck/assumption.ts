import type { GraphqlDocument } from '../../../api';
import type { Evidence } from './evidence';

/** What the code takes for granted about Upwork although nobody knows it for certain. */
export interface Assumption {
  /** Worded as in docs/upwork-facts.md. */
  fact: string;
  /** Sent for this check only; they may fail. */
  documents?: readonly GraphqlDocument<object, never>[];
  check(evidence: Evidence): Finding;
}

export interface Finding {
  result: 'held' | 'notHeld' | 'notSeen';
  /** What was seen. Holds no names and no texts of people. */
  details: string;
}

export const held = (details: string): Finding => ({ result: 'held', details });
export const notHeld = (details: string): Finding => ({ result: 'notHeld', details });
export const notSeen = (details: string): Finding => ({ result: 'notSeen', details });

/** Of what reading can't show. */
export const unseen =
  (details: string): Assumption['check'] =>
  () =>
    notSeen(details);

/** Whether all values have a form. */
export function allMatch(values: readonly string[], form: RegExp, what: string): Finding {
  const odd = values.filter((value) => !form.test(value));
  if (values.length === 0) return notSeen(`There were no ${what}.`);
  return odd.length === 0
    ? held(`All ${values.length} ${what} have this form.`)
    : notHeld(
        `${odd.length} of ${values.length} ${what} have another form, such as ${shapeOf(odd[0] ?? '')}.`,
      );
}

/** Several findings as one. */
export function allOf(findings: readonly Finding[]): Finding {
  const details = findings.map((finding) => finding.details).join(' ');
  const results = findings.map(({ result }) => result);
  if (results.includes('notHeld')) return notHeld(details);
  return results.includes('held') ? held(details) : notSeen(details);
}

/** A value with its letters and digits replaced, so that only its form shows. */
const shapeOf = (value: string): string =>
  value.replace(/\d/g, '9').replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A');

/** What a document that should fail says of an assumption. */
export function failsWith(
  evidence: Evidence,
  document: GraphqlDocument<object, never>,
  words: RegExp,
): Finding {
  if (!evidence.inspection(document)) return notSeen('It was not tried.');
  const failure = evidence.failure(document);
  if (!failure) return notHeld('It did not fail.');
  const said = `${failure.message} ${failure.description}`;
  if (words.test(said)) return held(failure.message);
  return failure.kind === 'graphqlError' ? notHeld(failure.message) : notSeen(failure.message);
}

/** Whether Upwork accepts a page of one record more than the code asks for. */
export function largestPage(
  evidence: Evidence,
  document: GraphqlDocument<object, never>,
  size: number,
): Finding {
  if (evidence.data(document)) return held(`A page of ${size} works, too.`);
  const failure = evidence.failure(document);
  if (!failure) return notSeen('It was not tried.');
  return failure.kind === 'graphqlError'
    ? held(`A page of ${size} does not work. ${failure.message}`)
    : notSeen(failure.message);
}
