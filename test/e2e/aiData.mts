import { type JsonObject, jsonObjects, jsonString } from '../n8n/json.mts';

// Data that is passed between the model and a tool.

/** An expression for a value that the model fills in. */
export const fromAi = (key: string, description: string, type = 'string') =>
  `={{ $fromAI('${key}', '${description}', '${type}') }}`;

/** The records that a tool returned; an agent gets the list as text. */
export const records = (result: string | undefined): JsonObject[] =>
  jsonObjects(JSON.parse(result ?? 'null'));

export const ids = (result: string | undefined) => records(result).map(({ id }) => id);

/** The error that a tool returned to the model instead of records. */
export const errorIn = (result: string | undefined): string =>
  jsonString(records(result)[0]?.error);

/** The ID of a room that accepts messages, among those that a tool returned. */
export function openRoom(result: string | undefined): string {
  const open = records(result).find(
    ({ type, isReadOnly, isBlocked }) => type === 'Interview' && !isReadOnly && !isBlocked,
  );
  return jsonString(open?.id);
}
