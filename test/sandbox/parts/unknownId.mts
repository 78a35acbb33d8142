import { UpworkError } from './part.mts';

export interface UnknownIdOptions {
  /**
   * What reading by an ID that nothing has gives: an error, or null without one. Upwork: unknown; `likely` is
   * an error where one was seen or the schema allows no null.
   */
  unknownIds: 'likely' | 'errors' | 'nulls';
}

/**
 * The answer to an ID that nothing has.
 * @throws where it is an error, with this message
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
