import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import type { SchemaObject } from 'ajv';
import type { IDataObject } from 'n8n-workflow';

/** The keyword that n8n puts into its schema files. */
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addKeyword('version');

/** What is wrong with an output item by the schema that the editor shows for it; nothing may be missing or left over. */
export function schemaErrors(record: string, item: IDataObject): string[] {
  const file = readFileSync(`nodes/Upwork/records/${record}.schema.json`, 'utf8');
  const schema: SchemaObject = JSON.parse(file, (_key, value: unknown) =>
    isObjectSchema(value)
      ? { ...value, required: Object.keys(value.properties), additionalProperties: false }
      : value,
  ) as SchemaObject;
  const validate = ajv.compile(schema);
  validate(item);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
}

function isObjectSchema(value: unknown): value is { properties: object } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'properties' in value &&
    typeof value.properties === 'object' &&
    value.properties !== null
  );
}
