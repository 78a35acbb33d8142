/** Upwork writes each ID as one word. The longest known ones have 38 characters. */
const MAX_LENGTH = 64;
const WORD = /^[\w~-]+$/;

/** Whether a text can be an ID. */
export const isId = (text: string): boolean => text.length <= MAX_LENGTH && WORD.test(text);

/** What was entered, as an error quotes it: on one line, and truncated if it is long. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);

/** A value as an error shows it: text in quotes, anything else as JSON. */
export const shown = (value: unknown): string =>
  quoted(typeof value === 'string' ? value : JSON.stringify(value)).replace(
    /^"(-?[\d.]+|true|false)"$/,
    typeof value === 'string' ? '"$1"' : '$1',
  );

/** Whether a value is or holds a number that is too large to be exact. */
export function holdsRounded(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsRounded);
}
