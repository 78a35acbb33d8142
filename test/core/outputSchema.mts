import { readFileSync } from 'node:fs';

import { Ajv, type ValidateFunction } from 'ajv';
import type { IDataObject } from 'n8n-workflow';

import type { OutputSchema } from '../../scripts/outputSchemas.mts';

/** The output schemas, and a hash of the sources from which they were made. */
export const CACHE = 'node_modules/.cache/n8n-nodes-upwork/outputSchemas.json';

/** The keyword that n8n puts into its schema files. */
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addKeyword('version');

const validators = new Map<string, ValidateFunction>();

/**
 * The validation errors of an output item. Its schema is the one in the editor, without missing or
 * additional properties.
 */
export function schemaErrors(record: string, item: IDataObject): string[] {
  const validate = validators.get(record) ?? compileSchema(record);
  validators.set(record, validate);
  validate(item);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
}

function compileSchema(record: string): ValidateFunction {
  const { schemas } = JSON.parse(readFileSync(CACHE, 'utf8'), (_key, value: unknown) =>
    isObjectSchema(value)
      ? { ...value, required: Object.keys(value.properties), additionalProperties: false }
      : value,
  ) as { schemas: Record<string, OutputSchema> };
  const schema = schemas[record];
  if (!schema) throw new Error(`No operation returns a record '${record}'`);
  return ajv.compile(schema);
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
