import type { GraphqlDocument, PartialData } from '../../../api';
import type { Evidence } from './evidence';

/** An assumption of the code about Upwork that is not known for certain. */
export interface Assumption {
  /** Worded as in docs/upwork-facts.md. */
  fact: string;
  /** Sent for this check only; they may fail. */
  documents?: readonly GraphqlDocument<object, never>[];
  check(evidence: Evidence): Finding;
}

export interface Finding {
  result: 'Held' | 'Not Held' | 'Not Seen';
  /** What the check saw, without names or texts of people. */
  details: string;
}

export const held = (details: string): Finding => ({ result: 'Held', details });
export const notHeld = (details: string): Finding => ({ result: 'Not Held', details });
export const notSeen = (details: string): Finding => ({ result: 'Not Seen', details });

/** The check of an assumption that reading can't confirm. */
export const unseen =
  (details: string): Assumption['check'] =>
  () =>
    notSeen(details);

/** Whether all values have a format. */
export function allMatch(values: readonly string[], format: RegExp, what: string): Finding {
  const different = values.filter((value) => !format.test(value));
  if (values.length === 0) return notSeen(`Upwork returned no ${what}.`);
  return different.length === 0
    ? held(`${values.length} of ${values.length} ${what} have this format.`)
    : notHeld(
        `${different.length} of ${values.length} ${what} have a different format, such as ${shapeOf(different[0] ?? '')}.`,
      );
}

/** Several findings as one: held only if all of them are. */
export function allOf(findings: readonly Finding[]): Finding {
  const details = findings.map((finding) => finding.details).join(' ');
  if (findings.some(({ result }) => result === 'Not Held')) return notHeld(details);
  return findings.every(({ result }) => result === 'Held') ? held(details) : notSeen(details);
}

/** A value with its letters and digits replaced, so that only its format is visible. */
const shapeOf = (value: string): string =>
  value.replace(/\d/g, '9').replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A');

/** Whether a document fails with the expected message. */
export function failsWith(
  evidence: Evidence,
  document: GraphqlDocument<object, never>,
  words: RegExp,
): Finding {
  const reading = evidence.read(document);
  if ('data' in reading) return notHeld('The query did not fail.');
  if (words.test(reading.reason)) return held(reading.reason);
  return reading.isRefused ? notHeld(reading.reason) : notSeen(reading.reason);
}

/** Whether Upwork accepts what isn't known to work: either way, the assumption holds. */
export function acceptedOrRefused(
  evidence: Evidence,
  document: GraphqlDocument<object, never>,
  what: string,
): Finding {
  const reading = evidence.read(document);
  if ('data' in reading) return held(`Upwork accepts ${what}.`);
  return reading.isRefused
    ? held(`Upwork does not accept ${what}. ${reading.reason}`)
    : notSeen(reading.reason);
}

/** Checks the data of a document, if Upwork returned it. */
export function findIn<TData extends object>(
  evidence: Evidence,
  document: GraphqlDocument<TData, never>,
  check: (data: PartialData<TData>) => Finding,
): Finding {
  const reading = evidence.read(document);
  return 'data' in reading ? check(reading.data) : notSeen(reading.reason);
}
