import type { CompiledDocument, DocumentArgument, DocumentField } from './compiledDocument';
import type { DocumentSource } from './document';

/** The name of a field in the response. */
export const responseKey = ({ alias, name }: DocumentField): string => alias ?? name;

/** Omits fields, given as `Type.field`; an object without fields goes too. */
export function omitFields(
  fields: readonly DocumentField[],
  omitted: ReadonlySet<string>,
): DocumentField[] {
  return fields.flatMap((field) => {
    if (omitted.has(coordinate(field))) return [];
    if (!field.fields) return [field];
    const kept = omitFields(field.fields, omitted);
    return kept.length > 0 ? [{ ...field, fields: kept }] : [];
  });
}

/** Every field of a document as `Type.field`. */
export function coordinates(fields: readonly DocumentField[]): string[] {
  return fields.flatMap((field) => [coordinate(field), ...coordinates(field.fields ?? [])]);
}

/**
 * The fields that are not in `kept`, as `Type.field`; of an omitted object, only the object itself.
 */
export function missingFields(
  all: readonly DocumentField[],
  kept: readonly DocumentField[],
): string[] {
  return all.flatMap((field) => {
    const match = kept.find((other) => responseKey(other) === responseKey(field));
    return match ? missingFields(field.fields ?? [], match.fields ?? []) : [coordinate(field)];
  });
}

const coordinate = ({ on, name }: DocumentField): string => `${on}.${name}`;

/** The name of a root field or a variable in one of several copies of a document. */
export const aliasFor = (name: string, copy: number): string => `${name}_${copy}`;

/**
 * Several copies of a document in one, distinguished by aliases and by the names of their
 * variables.
 */
export function aliasedCopies(
  { variables, fields }: CompiledDocument,
  count: number,
): CompiledDocument {
  const numbers = Array.from({ length: count }, (_, copy) => copy);
  return {
    variables: numbers.flatMap((copy) =>
      variables.map(({ name, type }) => ({ name: aliasFor(name, copy), type })),
    ),
    fields: numbers.flatMap((copy) => fields.map((field) => aliasedCopy(field, copy))),
  };
}

function aliasedCopy(root: DocumentField, copy: number): DocumentField {
  return { ...withAliasedVariables(root, copy), alias: aliasFor(responseKey(root), copy) };
}

function withAliasedVariables(field: DocumentField, copy: number): DocumentField {
  return {
    ...field,
    ...(field.arguments && {
      arguments: field.arguments.map(({ name, value }) => ({
        name,
        value: value.map((part) =>
          typeof part === 'string' ? part : { variable: aliasFor(part.variable, copy) },
        ),
      })),
    }),
    ...(field.fields && {
      fields: field.fields.map((child) => withAliasedVariables(child, copy)),
    }),
  };
}

/** A compiled document as text. */
export function printDocument(
  { kind, name }: Pick<DocumentSource, 'kind' | 'name'>,
  { variables, fields }: CompiledDocument,
): string {
  // GraphQL refuses an unused variable; its field may have been omitted.
  const used = new Set(variablesIn(fields));
  const declared = variables
    .filter((variable) => used.has(variable.name))
    .map((variable) => `$${variable.name}: ${variable.type}`)
    .join(', ');
  return `${kind} ${name ?? ''}${declared && `(${declared})`} ${printFields(fields)}`;
}

function variablesIn(fields: readonly DocumentField[]): string[] {
  return fields.flatMap((field) => [
    ...(field.arguments ?? []).flatMap(({ value }) =>
      value.flatMap((part) => (typeof part === 'string' ? [] : part.variable)),
    ),
    ...variablesIn(field.fields ?? []),
  ]);
}

function printFields(fields: readonly DocumentField[]): string {
  return `{ ${fields.map(printField).join(' ')} }`;
}

function printField({ alias, name, arguments: list = [], fields }: DocumentField): string {
  const args = list.length > 0 ? `(${list.map(printArgument).join(', ')})` : '';
  return `${alias ? `${alias}: ` : ''}${name}${args}${fields ? ` ${printFields(fields)}` : ''}`;
}

/** An argument as it is in the document. */
export function printArgument({ name, value }: DocumentArgument): string {
  const parts = value.map((part) => (typeof part === 'string' ? part : `$${part.variable}`));
  return `${name}: ${parts.join('')}`;
}
