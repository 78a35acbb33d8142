import type { GraphqlError } from '../errors/graphqlFailure';
import type { DocumentField } from './compiledDocument';
import { responseKey } from './printDocument';

/**
 * Whether an error only says that a message is one of Upwork's own ("… joined"). Upwork: those have
 * no sender, although the schema promises one, so the whole message is null, with an error
 * alongside the data.
 */
export function isOfSystemMessage(
  { classification, message, path }: GraphqlError,
  fields: readonly DocumentField[],
): boolean {
  if (!/non[- ]?null/i.test(`${classification} ${message}`)) return false;
  const field = fieldAt(path, fields);
  // An error may have no path, and a document that a user wrote has no types.
  return (
    (field?.on === 'RoomStory' && field.name === 'user') ||
    /'GenericUser'.*'RoomStory'/.test(message)
  );
}

function fieldAt(
  path: GraphqlError['path'],
  fields: readonly DocumentField[],
): DocumentField | undefined {
  const [key, ...rest] = path.filter((part) => typeof part === 'string');
  const field = fields.find((one) => responseKey(one) === key);
  return field && rest.length > 0 ? fieldAt(rest, field.fields ?? []) : field;
}
