import { GraphQLError, Kind, parse } from 'graphql';
import type { OperationDefinitionNode, SelectionSetNode, TypeNode } from 'graphql';

import type { DocumentField } from '../../api';

// n8n does not ship graphql: the build puts its parser into a separate file, loaded at first use.

/** One operation of a document that a user wrote. */
export interface ParsedOperation {
  kind: 'query' | 'mutation' | 'subscription';
  name: string | null;
  /** The type of each variable, without its exclamation marks: `Int`, `[ID]`, `RoomFilter`. */
  variables: Map<string, string>;
  /** What it selects without fragments. */
  fields: DocumentField[];
}

interface SyntaxMistake {
  syntaxError: string;
  /** Such as `line 2, column 10`; null if it is not known. */
  where: string | null;
}

/** The operations of a document, or where it has a syntax error. */
export function parseDocument(text: string): { operations: ParsedOperation[] } | SyntaxMistake {
  try {
    const { definitions } = parse(text, { noLocation: true });
    return {
      operations: definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION ? [readOperation(definition)] : [],
      ),
    };
  } catch (error) {
    if (!(error instanceof GraphQLError)) return { syntaxError: String(error), where: null };
    const [location] = error.locations ?? [];
    return {
      syntaxError: error.message.replace(/^Syntax Error: /, '').replace(/\.$/, ''),
      where: location ? `line ${location.line}, column ${location.column}` : null,
    };
  }
}

function readOperation(operation: OperationDefinitionNode): ParsedOperation {
  return {
    kind: operation.operation,
    name: operation.name?.value ?? null,
    variables: new Map(
      (operation.variableDefinitions ?? []).map(({ variable, type }) => [
        variable.name.value,
        typeName(type),
      ]),
    ),
    fields: readFields(operation.selectionSet),
  };
}

function typeName(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return typeName(type.type);
  return type.kind === Kind.LIST_TYPE ? `[${typeName(type.type)}]` : type.name.value;
}

function readFields({ selections }: SelectionSetNode): DocumentField[] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return [];
    const { name, alias, selectionSet } = selection;
    return [
      {
        // The type is unknown without a schema.
        on: '',
        name: name.value,
        ...(alias && { alias: alias.value }),
        ...(selectionSet && { fields: readFields(selectionSet) }),
      },
    ];
  });
}
