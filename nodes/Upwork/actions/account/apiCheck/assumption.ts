import type { GraphqlDocument, PartialData } from '../../../api';
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
    ? held(`${values.length} of ${values.length} ${what} have this form.`)
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

/** Whether a document fails as it should. */
export function failsWith(
  evidence: Evidence,
  document: GraphqlDocument<object, never>,
  words: RegExp,
): Finding {
  const reading = evidence.read(document);
  if ('data' in reading) return notHeld('It did not fail.');
  if (words.test(reading.reason)) return held(reading.reason);
  return reading.isRefused ? notHeld(reading.reason) : notSeen(reading.reason);
}

/** What Upwork makes of a page that is larger than the code asks for; it may do either. */
export function largestPage(
  evidence: Evidence,
  document: GraphqlDocument<object, never>,
  size: number,
): Finding {
  const reading = evidence.read(document);
  if ('data' in reading) return held(`A page of ${size} works, too.`);
  return reading.isRefused
    ? held(`A page of ${size} does not work. ${reading.reason}`)
    : notSeen(reading.reason);
}

/** What the data of a document shows, if it came. */
export function findIn<TData extends object>(
  evidence: Evidence,
  document: GraphqlDocument<TData, never>,
  check: (data: PartialData<TData>) => Finding,
): Finding {
  const reading = evidence.read(document);
  return 'data' in reading ? check(reading.data) : notSeen(reading.reason);
}
