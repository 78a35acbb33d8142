import { isObject } from '../../objects';
import type { CompiledDocument, DocumentField } from './compiledDocument';
import type { InputDefaults } from './document';
import { printArgument } from './printDocument';

// Only what the package itself adds to a read may be omitted. Anything else comes from the user, and without it the
// result would be different.

/** Omits literal arguments, given as `field(argument:)`. */
export function omitArguments(
  fields: readonly DocumentField[],
  omitted: ReadonlySet<string>,
): DocumentField[] {
  return fields.map((field) => {
    const removed = literalArguments(field).filter(({ coordinate }) => omitted.has(coordinate));
    return {
      ...field,
      ...(field.arguments && {
        arguments: field.arguments.filter(({ name }) => !removed.some((one) => one.name === name)),
      }),
      ...(field.fields && { fields: omitArguments(field.fields, omitted) }),
    };
  });
}

/** The literal arguments among those given as `field(argument:)`, as the document has them. */
export function argumentsAmong(
  fields: readonly DocumentField[],
  omitted: ReadonlySet<string>,
): string[] {
  return fields.flatMap((field) => [
    ...literalArguments(field).flatMap(({ coordinate, text }) =>
      omitted.has(coordinate) ? text : [],
    ),
    ...argumentsAmong(field.fields ?? [], omitted),
  ]);
}

function literalArguments({ name: field, arguments: list = [] }: DocumentField) {
  return list
    .filter(({ value }) => value.every((part) => typeof part === 'string'))
    .map((argument) => ({
      name: argument.name,
      coordinate: `${field}(${argument.name}:)`,
      text: `${field}(${printArgument(argument)})`,
    }));
}

/** Omits input fields, given as `InputType.field`, from variables that hold their default. */
export function omitDefaults(
  variables: object,
  { variables: declared }: CompiledDocument,
  defaults: InputDefaults,
  omitted: ReadonlySet<string>,
): { variables: object; omittedDefaults: string[] } {
  const omittedDefaults = new Set<string>();
  const entries = Object.entries(variables).map(([name, value]: [string, unknown]) => {
    const type = declared.find((one) => one.name === name)?.type.replace('!', '') ?? '';
    const ofType = defaults[type];
    if (!ofType || !isObject(value)) return [name, value] as const;
    const kept = Object.entries(value).filter(([field, current]) => {
      const coordinate = `${type}.${field}`;
      const isOmitted = omitted.has(coordinate) && field in ofType && current === ofType[field];
      if (isOmitted) omittedDefaults.add(coordinate);
      return !isOmitted;
    });
    return [name, Object.fromEntries(kept)] as const;
  });
  return { variables: Object.fromEntries(entries), omittedDefaults: [...omittedDefaults] };
}
