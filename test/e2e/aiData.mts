import { type JsonObject, jsonObjects, jsonString } from '../n8n/json.mts';

// What goes from the model to a tool, and back.

/** An expression for what the model fills in. */
export const fromAi = (key: string, description: string, type = 'string') =>
  `={{ $fromAI('${key}', '${description}', '${type}') }}`;

/** The records that a tool gave; an agent gets the list as text. */
export const records = (result: string | undefined): JsonObject[] =>
  jsonObjects(JSON.parse(result ?? 'null'));

export const ids = (result: string | undefined) => records(result).map(({ id }) => id);

/** The error that a tool gave the model instead of records. */
export const errorIn = (result: string | undefined): string =>
  jsonString(records(result)[0]?.error);

/** The id of a room that can be written in, among those that a tool gave. */
export function openRoom(result: string | undefined): string {
  const open = records(result).find(
    ({ type, isArchived, isBlocked }) => type === 'INTERVIEW' && !isArchived && !isBlocked,
  );
  return jsonString(open?.id);
}
