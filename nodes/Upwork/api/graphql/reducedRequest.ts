import { howToUnblock } from '../errors/permissions';
import type { Omitted } from '../errors/failure';
import type { UnavailableFields } from '../state';
import type { CompiledDocument } from './compiledDocument';
import type { InputDefaults } from './document';
import { argumentsAmong, omitArguments, omitDefaults } from './omitInputs';
import { IDENTITY_FIELDS } from './partialData';
import { coordinates, missingFields, omitFields } from './printDocument';

/** A document with its variables, and the default values among them. */
export interface WholeRequest {
  compiled: CompiledDocument;
  variables: object;
  defaults: InputDefaults;
}

/** A request without the fields that Upwork does not return and the inputs that it does not accept. */
export interface ReducedRequest {
  compiled: CompiledDocument;
  variables: object;
  omitted: Omitted;
}

/** The request without what is unavailable; null if a root field or an identity field would be left out. */
export function reduceRequest(
  { compiled, variables: all, defaults }: WholeRequest,
  unavailable: UnavailableFields,
): ReducedRequest | null {
  const { blocked, undefined: undefinedFields, undefinedInputs } = unavailable;
  if (blocked.size + undefinedFields.size + undefinedInputs.size === 0) {
    return { compiled, variables: all, omitted: { blocked: [], removed: [] } };
  }
  const kept = omitFields(compiled.fields, new Set([...blocked, ...undefinedFields]));
  const isMisleading = missingFields(compiled.fields, kept).some((field) =>
    IDENTITY.has(field.split('.').at(-1) ?? ''),
  );
  if (isMisleading || kept.length < compiled.fields.length) return null;

  const keptFields = new Set(coordinates(kept));
  const omitted = [...new Set(coordinates(compiled.fields))].filter((one) => !keptFields.has(one));
  const omittedArguments = argumentsAmong(kept, undefinedInputs);
  const { variables, omittedDefaults } = omitDefaults(all, compiled, defaults, undefinedInputs);
  return {
    // The whole document keeps its own text.
    compiled:
      omitted.length + omittedArguments.length === 0
        ? compiled
        : { ...compiled, fields: omitArguments(kept, undefinedInputs) },
    variables,
    omitted: {
      blocked: omitted.filter((field) => blocked.has(field)),
      removed: [
        ...omitted.filter((field) => undefinedFields.has(field)),
        ...omittedArguments,
        ...omittedDefaults,
      ],
    },
  };
}

/** Warnings that name what was left out. */
export const warningsAbout = ({ blocked, removed }: Omitted): string[] => [
  ...blockedWarning(blocked),
  ...removedWarning(removed),
];

const IDENTITY = new Set<string>(IDENTITY_FIELDS);

function blockedWarning(blocked: string[]): string[] {
  if (blocked.length === 0) return [];
  return [
    `Left out, because the API key can't read it: ${blocked.join(', ')}. ${howToUnblock(blocked)}`,
  ];
}

function removedWarning(removed: string[]): string[] {
  if (removed.length === 0) return [];
  const hasSort = removed.some((one) => /\(sort\w*: /.test(one));
  return [
    `Left out, because Upwork's API no longer has it: ${removed.join(', ')}. ${hasSort ? 'The results may come in a different order. ' : ''}A newer version of this package may help.`,
  ];
}
