import {
  buildSchema,
  type FieldNode,
  getNamedType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql';

import type {
  CompiledDocument,
  DocumentArgument,
  DocumentField,
} from '../../nodes/Upwork/api/graphql/compiledDocument.ts';
import { schemaText } from '../schema/index.mts';

export interface NamedDocument {
  name: string;
  operation: OperationDefinitionNode;
}

/** The only operation of a package document, which must be named, with its fragments inlined. */
export function operationOf(text: string): NamedDocument {
  const { definitions } = parse(text);
  const fragments = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map(({ name, selectionSet }) => [name.value, selectionSet.selections]),
  );
  const [operation, ...others] = definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation?.name || others.length > 0)
    throw new Error(`Not a single named operation: ${text}`);
  return {
    name: operation.name.value,
    operation: visit(operation, {
      SelectionSet: (set) => ({
        ...set,
        selections: set.selections.flatMap((selection) =>
          selection.kind === Kind.FRAGMENT_SPREAD
            ? (fragments.get(selection.name.value) ?? [])
            : selection,
        ),
      }),
    }),
  };
}

/** A document as data, with the type that each field belongs to. */
export function compile(operation: OperationDefinitionNode): CompiledDocument {
  const schema = buildSchema(schemaText());
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}`);
  return {
    variables: (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
      if (defaultValue) throw new Error('Variables with default values are not supported yet');
      return { name: variable.name.value, type: print(type) };
    }),
    fields: compileFields(root, operation.selectionSet),
  };
}

/** A type with fields. */
type Selectable = GraphQLObjectType | GraphQLInterfaceType;

function compileFields(on: Selectable, { selections }: SelectionSetNode): DocumentField[] {
  return selections.map((selection) => {
    if (selection.kind !== Kind.FIELD) throw new Error('Inline fragments are not supported yet');
    return compileField(on, selection);
  });
}

function compileField(on: Selectable, node: FieldNode): DocumentField {
  const type = on.getFields()[node.name.value]?.type;
  const inner = type && getNamedType(type);
  return {
    on: on.name,
    name: node.name.value,
    ...(node.alias && { alias: node.alias.value }),
    ...(node.arguments?.length && { arguments: compileArguments(node) }),
    ...(node.selectionSet &&
      (isObjectType(inner) || isInterfaceType(inner)) && {
        fields: compileFields(inner, node.selectionSet),
      }),
  };
}

type Parts = (string | { variable: string })[];

function compileArguments(node: FieldNode): DocumentArgument[] {
  return (node.arguments ?? []).map(({ name, value }) => ({
    name: name.value,
    value: joined(compileValue(value)),
  }));
}

function compileValue(value: ValueNode): Parts {
  switch (value.kind) {
    case Kind.VARIABLE:
      return [{ variable: value.name.value }];
    case Kind.LIST:
      return ['[', ...between(value.values.map(compileValue)), ']'];
    case Kind.OBJECT:
      return [
        '{',
        ...between(
          value.fields.map(({ name, value: inner }) => [`${name.value}: `, ...compileValue(inner)]),
        ),
        '}',
      ];
    default:
      return [print(value)];
  }
}

const between = (list: Parts[]): Parts =>
  list.flatMap((parts, index) => (index === 0 ? parts : [', ', ...parts]));

/** Joins adjacent texts. */
function joined(parts: Parts): Parts {
  return parts.reduce<Parts>((all, part) => {
    const last = all.at(-1);
    return typeof last === 'string' && typeof part === 'string'
      ? [...all.slice(0, -1), last + part]
      : [...all, part];
  }, []);
}
