export type JsonObject = Record<string, unknown>;

/** The value as an object with unknown fields; anything else is an error that shows the value. */
export function jsonObject(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw new TypeError(`Not a JSON object: ${JSON.stringify(value)}`);
  return value;
}

/** The value as a list of objects with unknown fields. */
export function jsonObjects(value: unknown): JsonObject[] {
  if (!Array.isArray(value)) throw new TypeError(`Not a JSON list: ${JSON.stringify(value)}`);
  return value.map(jsonObject);
}

/** The value as text. */
export function jsonString(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`Not text: ${JSON.stringify(value)}`);
  return value;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
