import { existsSync, readFileSync } from 'node:fs';

import { buildSchema, Kind, OperationTypeNode, parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import { packageDocuments } from '../codegen/documents.mts';
import { GENERATED_FILE, generateTypes } from '../codegen/generate.mts';
import { schemaText } from '../schema/index.mts';

const documents = packageDocuments();
const ownSchema = buildSchema(schemaText());

const REFERENCE = ['schema.graphql', 'schema-delta-2026-09.graphql'].map(
  (file) => `../shared/upwork-api/${file}`,
);

const errorsIn = (schema: GraphQLSchema, text: string): string[] =>
  validate(schema, parse(text)).map(({ message }) => message);

describe('the GraphQL documents', () => {
  it('are found', () => {
    expect(documents.length).toBeGreaterThanOrEqual(3);
  });

  it.each(documents)("of $file validate against the project's schema", ({ text }) => {
    expect(errorsIn(ownSchema, text)).toEqual([]);
  });

  it.each(documents)('of $file are typed by what they say', ({ call, text }) => {
    const [definition] = parse(text).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not an operation');
    const name = definition.name?.value ?? '';
    const suffix = definition.operation === OperationTypeNode.QUERY ? 'Query' : 'Mutation';
    expect(call).toBe(`${definition.operation}<${name}${suffix},${name}${suffix}Variables>`);
  });

  it('have up-to-date types', async () => {
    expect(readFileSync(GENERATED_FILE, 'utf8')).toBe(await generateTypes());
  });

  if (REFERENCE.every(existsSync)) {
    it.each(documents)("of $file validate against Upwork's schema", ({ text }) => {
      const reference = buildSchema(REFERENCE.map((file) => readFileSync(file, 'utf8')).join('\n'));
      expect(errorsIn(reference, text)).toEqual([]);
    });
  }
});
