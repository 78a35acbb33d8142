import { UpworkError } from './part.mts';

export interface UnknownIdOptions {
  /**
   * The response for an ID that does not exist: an error, or null without an error. Upwork: unknown; `likely`
   * is an error if one was seen or the schema allows no null.
   */
  unknownIds: 'likely' | 'errors' | 'nulls';
}

/**
 * The response for an ID that does not exist.
 * @throws if it is an error, with this message
 */
export function unknownId(
  { unknownIds }: UnknownIdOptions,
  likely: 'error' | 'null',
  message: string,
): null {
  if (unknownIds === 'errors' || (unknownIds === 'likely' && likely === 'error')) {
    throw new UpworkError(message);
  }
  return null;
}
