import { existsSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredInputField,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql';

import { schemaText } from './index.mts';

const REFERENCE = ['schema.graphql', 'schema-delta-2026-09.graphql'].map(
  (file) => `../shared/upwork-api/${file}`,
);

/** Reported after the reference schema was saved; see jobProposal.graphql. */
const NOT_IN_THE_REFERENCE = [
  'CreateJobProposalInput',
  'CreateJobProposalPayload',
  'JobProposalContractorInput',
  'JobProposalMilestoneInput',
  'JobProposalQuestionInput',
];
const SUBMITTING =
  'createJobProposal(input: CreateJobProposalInput! = undefined): CreateJobProposalPayload';

const own = buildSchema(schemaText());

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

function input({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  return `${name}: ${String(type)} = ${JSON.stringify(defaultValue)}`;
}

/**
 * The content of a type, one statement per field; an enum is one statement, because it must be
 * complete.
 */
function statements(type: GraphQLNamedType | undefined): string[] {
  if (isEnumType(type)) {
    return [
      `enum ${type
        .getValues()
        .map(({ name }) => name)
        .sort()
        .join(' ')}`,
    ];
  }
  if (isInputObjectType(type)) return ['input', ...Object.values(type.getFields()).map(input)];
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields()).map(
      (field) => `${field.name}(${field.args.map(input).sort().join(', ')}): ${String(field.type)}`,
    );
    const kind = isObjectType(type) ? 'type' : 'interface';
    return [kind, ...type.getInterfaces().map(({ name }) => `implements ${name}`), ...fields];
  }
  return ['neither a type nor an interface nor an input nor an enum'];
}

describe("the project's schema", () => {
  it('is a valid schema', () => {
    expect(validateSchema(own)).toEqual([]);
    expect(ownTypes(own).length).toBeGreaterThan(50);
  });

  // The reference is not part of the project; if it is there, nothing here may differ from it.
  if (REFERENCE.every(existsSync)) {
    const reference = buildSchema(REFERENCE.map((file) => readFileSync(file, 'utf8')).join('\n'));

    const comparable = ownTypes(own).filter(({ name }) => !NOT_IN_THE_REFERENCE.includes(name));

    it('has all types, except known ones', () => {
      const missing = ownTypes(own).filter(({ name }) => !reference.getType(name));
      expect(missing.map(({ name }) => name).sort()).toEqual(NOT_IN_THE_REFERENCE);
    });

    it.each(comparable)("defines %s as Upwork's schema does", (type) => {
      const known = statements(reference.getType(type.name));
      if (type.name === 'Mutation') known.push(SUBMITTING);
      expect(statements(type).filter((statement) => !known.includes(statement))).toEqual([]);
    });

    it.each(ownTypes(own).filter(isInputObjectType))('has all required fields of %s', (type) => {
      const full = reference.getType(type.name);
      const required = isInputObjectType(full)
        ? Object.values(full.getFields()).filter(isRequiredInputField)
        : [];
      expect(Object.keys(type.getFields())).toEqual(
        expect.arrayContaining(required.map(({ name }) => name)),
      );
    });
  }
});
