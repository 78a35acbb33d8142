import fc from 'fast-check';
import { buildSchema, parse, print as printAst, validate } from 'graphql';

import {
  coordinates,
  aliasedCopies,
  printDocument,
  omitFields,
} from '../../../../nodes/Upwork/api/graphql/printDocument.ts';
import { compile, operationOf } from '../../../codegen/compile.mts';
import { packageDocuments } from '../../../codegen/documents.mts';
import { schemaText } from '../../../schema/index.mts';

const schema = buildSchema(schemaText());

const documents = packageDocuments().map(({ kind, name, text }) => {
  const { operation } = operationOf(text);
  const compiled = compile(operation);
  const source = { kind, name, text, fields: compiled.fields, compiled };
  return { name, written: printAst(operation), compiled, source };
});

const validationErrors = (text: string) =>
  validate(schema, parse(text)).map(({ message }) => message);

describe.each(documents)('$name, compiled', ({ written, compiled, source }) => {
  it('prints as in the source', () => {
    expect(printAst(parse(printDocument(source, compiled)))).toBe(written);
  });

  it('is valid in several copies', () => {
    expect(validationErrors(printDocument(source, aliasedCopies(compiled, 10)))).toEqual([]);
  });

  it('is valid without any of its fields, and no longer selects them', () => {
    const all = [...new Set(coordinates(compiled.fields))];
    fc.assert(
      fc.property(fc.subarray(all), (omitted) => {
        const fields = omitFields(compiled.fields, new Set(omitted));
        expect(coordinates(fields).filter((field) => omitted.includes(field))).toEqual([]);
        if (fields.length === 0) return;
        expect(validationErrors(printDocument(source, { ...compiled, fields }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
