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
 * additional properties, and in its order.
 */
export function schemaErrors(record: string, item: IDataObject): string[] {
  const names = recordFields(record);
  const validate = validators.get(record) ?? compileSchema(record, names);
  validators.set(record, validate);
  validate(item);
  const isOrdered = Object.keys(item).join() === names.join();
  return [
    ...(validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
    ),
    ...(isOrdered ? [] : [`the fields are in the order ${Object.keys(item).join(', ')}`]),
  ];
}

/** The fields of a record in their order. */
export const recordFields = (record: string): string[] => Object.keys(schemaOf(record).properties);

function compileSchema(record: string, required: string[]): ValidateFunction {
  return ajv.compile({ ...schemaOf(record), required, additionalProperties: false });
}

function schemaOf(record: string): OutputSchema {
  const { schemas } = JSON.parse(readFileSync(CACHE, 'utf8')) as {
    schemas: Record<string, OutputSchema>;
  };
  const schema = schemas[record];
  if (!schema) throw new Error(`No operation returns a record '${record}'`);
  return schema;
}
