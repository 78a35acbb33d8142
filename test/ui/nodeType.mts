import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { isListOf, isString } from '../sandbox/guards.mts';
import { type JsonObject, jsonObject, jsonObjects, jsonString } from '../n8n/json.mts';

/** A field of a node, from the description that the editor gets. */
export interface Field {
  name: string;
  label: string;
  type: string;
  /** The text of the button that adds something to it. */
  button: string;
  /** Its value in a new node. */
  initial: unknown;
  takesSeveral: boolean;
  /** The values of other fields with which it is shown. */
  show: Record<string, unknown[]>;
  hide: Record<string, unknown[]>;
  options: JsonObject[];
}

export function readField(json: JsonObject): Field {
  const { show, hide } = jsonObject(json.displayOptions ?? {});
  return {
    name: jsonString(json.name),
    label: jsonString(json.displayName),
    type: jsonString(json.type),
    button: jsonString(json.placeholder ?? ''),
    initial: json.default,
    takesSeveral: jsonObject(json.typeOptions ?? {}).multipleValues === true,
    show: condition(show),
    hide: condition(hide),
    options: jsonObjects(json.options ?? []),
  };
}

/** What is shown in a collection, or in the groups of a fixed collection. */
export function fieldsInside({ type, options }: Field): Field[] {
  if (type === 'collection') return options.map(readField);
  if (type !== 'fixedCollection') return [];
  return options.flatMap(({ values }) => jsonObjects(values).map(readField));
}

/** A value of a collection in which every field is shown; of other fields, the initial value. */
export function filledIn(field: Field): NodeParameterValueType {
  if (field.type === 'collection') return filledInAll(field.options.map(readField));
  if (field.type !== 'fixedCollection') return parameterValue(field.initial);
  return Object.fromEntries(
    field.options.map(({ name, values }) => {
      const group = filledInAll(jsonObjects(values).map(readField));
      return [jsonString(name), field.takesSeveral ? [group] : group];
    }),
  );
}

const filledInAll = (fields: Field[]): INodeParameters =>
  Object.fromEntries(fields.map((field) => [field.name, filledIn(field)]));

function condition(json: unknown): Record<string, unknown[]> {
  const entries = Object.entries(jsonObject(json ?? {}));
  return Object.fromEntries(
    entries.map(([name, values]) => [name, Array.isArray(values) ? values : [values]]),
  );
}

/** A default in a description is a parameter's value; n8n's types don't say so of JSON. */
export function parameterValue(json: unknown): NodeParameterValueType {
  if (json === null || json === undefined) return null;
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean') {
    return json;
  }
  if (isListOf(isString)(json)) return json;
  return Object.fromEntries(
    Object.entries(jsonObject(json)).map(([name, value]) => [name, parameterValue(value)]),
  );
}
