import type { CompiledDocument, DocumentField } from './compiled';
import type { DocumentSource } from './document';

/** What a field is called in the answer. */
export const responseKey = ({ alias, name }: DocumentField): string => alias ?? name;

/** The document without some fields, given as `Type.field`; an object without fields goes too. */
export function without(
  fields: readonly DocumentField[],
  omitted: ReadonlySet<string>,
): DocumentField[] {
  return fields.flatMap((field) => {
    if (omitted.has(coordinate(field))) return [];
    if (!field.fields) return [field];
    const kept = without(field.fields, omitted);
    return kept.length > 0 ? [{ ...field, fields: kept }] : [];
  });
}

/** Every field of a document as `Type.field`. */
export function coordinates(fields: readonly DocumentField[]): string[] {
  return fields.flatMap((field) => [coordinate(field), ...coordinates(field.fields ?? [])]);
}

/** What the rest of a document lacks, as `Type.field`; of an object that is gone, not what is in it. */
export function lacking(whole: readonly DocumentField[], rest: readonly DocumentField[]): string[] {
  return whole.flatMap((field) => {
    const kept = rest.find((other) => responseKey(other) === responseKey(field));
    return kept ? lacking(field.fields ?? [], kept.fields ?? []) : [coordinate(field)];
  });
}

const coordinate = ({ on, name }: DocumentField): string => `${on}.${name}`;

/** The names that the parts of one copy of a document have in a request of several copies. */
export const copied = (name: string, copy: number): string => `${name}_${copy}`;

/** Several copies of a document in one, told apart by aliases and by the names of their variables. */
export function copies({ variables, fields }: CompiledDocument, count: number): CompiledDocument {
  const numbers = Array.from({ length: count }, (_, copy) => copy);
  return {
    variables: numbers.flatMap((copy) =>
      variables.map(({ name, type }) => ({ name: copied(name, copy), type })),
    ),
    fields: numbers.flatMap((copy) => fields.map((field) => copyOf(field, copy))),
  };
}

function copyOf(root: DocumentField, copy: number): DocumentField {
  return { ...withVariables(root, copy), alias: copied(responseKey(root), copy) };
}

function withVariables(field: DocumentField, copy: number): DocumentField {
  return {
    ...field,
    ...(field.arguments && {
      arguments: field.arguments.map((part) =>
        typeof part === 'string' ? part : { variable: copied(part.variable, copy) },
      ),
    }),
    ...(field.fields && { fields: field.fields.map((child) => withVariables(child, copy)) }),
  };
}

/** A compiled document as text. */
export function print(
  { kind, name }: DocumentSource,
  { variables, fields }: CompiledDocument,
): string {
  // A variable that nothing uses is a mistake; it may have gone with a field that was left out.
  const used = new Set(variablesIn(fields));
  const declared = variables
    .filter((variable) => used.has(variable.name))
    .map((variable) => `$${variable.name}: ${variable.type}`)
    .join(', ');
  return `${kind} ${name ?? ''}${declared && `(${declared})`} ${printFields(fields)}`;
}

function variablesIn(fields: readonly DocumentField[]): string[] {
  return fields.flatMap((field) => [
    ...(field.arguments ?? []).flatMap((part) => (typeof part === 'string' ? [] : part.variable)),
    ...variablesIn(field.fields ?? []),
  ]);
}

function printFields(fields: readonly DocumentField[]): string {
  return `{ ${fields.map(printField).join(' ')} }`;
}

function printField({ alias, name, arguments: parts, fields }: DocumentField): string {
  const args = (parts ?? []).map((part) => (typeof part === 'string' ? part : `$${part.variable}`));
  return `${alias ? `${alias}: ` : ''}${name}${args.join('')}${fields ? ` ${printFields(fields)}` : ''}`;
}
