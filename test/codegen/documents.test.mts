import { existsSync, readFileSync } from 'node:fs';

import { buildSchema, parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import { packageDocuments } from './documents.mts';
import { operationOf } from './compile.mts';
import { generatedFiles } from './generate.mts';
import { schemaText } from '../schema/index.mts';

const documents = packageDocuments();
const ownSchema = buildSchema(schemaText());

const REFERENCE = ['schema.graphql', 'schema-delta-2026-09.graphql'].map(
  (file) => `../shared/upwork-api/${file}`,
);

/** Reported after the reference schema was saved, and therefore not in it. */
const LATER = 'test/schema/jobProposal.graphql';

const errorsIn = (schema: GraphQLSchema, text: string): string[] =>
  validate(schema, parse(text)).map(({ message }) => message);

describe('the GraphQL documents', () => {
  it('are found', () => {
    expect(documents.length).toBeGreaterThanOrEqual(3);
  });

  it.each(documents)("of $file validate against the project's schema", ({ text }) => {
    expect(errorsIn(ownSchema, text)).toEqual([]);
  });

  it.each(documents)('of $file are called what they are: $name', ({ kind, name, text }) => {
    const document = operationOf(text);
    expect({ kind: document.operation.operation, name: document.name }).toEqual({ kind, name });
  });

  it('have names of their own', () => {
    const names = documents.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it('have up-to-date types and data', async () => {
    for (const [file, content] of Object.entries(await generatedFiles())) {
      expect(readFileSync(file, 'utf8')).toBe(content);
    }
  });

  if (REFERENCE.every(existsSync)) {
    it.each(documents)("of $file validate against Upwork's schema", ({ text }) => {
      const reference = buildSchema(
        [...REFERENCE, LATER].map((file) => readFileSync(file, 'utf8')).join('\n'),
      );
      expect(errorsIn(reference, text)).toEqual([]);
    });
  }
});
