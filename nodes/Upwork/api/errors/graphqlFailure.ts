import type { ApiFailure } from './failure';
import { missingPermission } from './permissions';
import { undefinedInputsFailure, undefinedInputsIn } from './undefinedInputs';

/** An entry of `errors`, as far as this package reads it. */
export interface GraphqlError {
  message: string;
  classification: string;
  /** Response keys and indices down to the field that it is about; empty if Upwork doesn't say. */
  path: readonly (string | number)[];
  /** Where in the document the mistake is, such as `line 2, column 10`. */
  location: string | null;
}

/** Who wrote the document: a user has to know where the mistake is. */
export type Author = 'package' | 'user';

type FailureText = Partial<ApiFailure> & Pick<ApiFailure, 'kind' | 'message' | 'description'>;

interface ErrorRule {
  matches(message: string, first: GraphqlError | undefined): boolean;
  failure(message: string, author: Author, location: string | null): FailureText;
}

/**
 * The errors that Upwork reports inside an HTTP 200; the first rule that matches decides. None of
 * them means an expired token: that is always a 401.
 */
const RULES: readonly ErrorRule[] = [
  {
    // Upwork: the sentence has two spellings, and only this part is in both.
    matches: (message) => /permissions\/scopes/i.test(message),
    failure: missingScopeFailure,
  },
  {
    // Upwork: an error in a variable may have no classification. If it has no path, nothing was executed.
    matches: (message, first) =>
      /^(ValidationError|InvalidSyntax)$/.test(first?.classification ?? '') ||
      (first?.path.length === 0 && undefinedInputsIn(message).length > 0),
    failure: invalidDocumentFailure,
  },
  {
    matches: (message) => /transform timeout/i.test(message),
    failure: () => ({
      kind: 'unavailable',
      message: 'Upwork took too long to answer',
      description: 'Try again later.',
      retryable: true,
      timedOut: true,
    }),
  },
  {
    // Upwork: the error for a search expression of more than about 340 characters.
    matches: (message) => /underling search failed/i.test(message),
    failure: () => ({
      kind: 'graphqlError',
      message: 'Upwork could not run the search',
      description:
        'A search query can have about 340 characters. If yours is longer, shorten it or split it into several searches.',
    }),
  },
  {
    matches: (message) => /authorization failed/i.test(message),
    failure: () => ({
      kind: 'organizationNotAllowed',
      message: 'Upwork does not allow this for the organization in use',
      description:
        "Choose another organization in 'Organization', or check what the connected user may do in this one.",
    }),
  },
  {
    // Upwork: a room or a job posting can't be null, so an unknown ID is an error.
    matches: (message) =>
      /not found|does not exist|type: '(Room|JobPosting)' within parent 'Query'/i.test(message),
    failure: () => ({
      kind: 'notFound',
      message: "Upwork can't find this record",
      description:
        "It may have been removed, or the organization in use can't see it. Check the ID.",
    }),
  },
  {
    matches: (message) => /VJCA-6|incorrect value/i.test(message),
    failure: () => ({
      kind: 'graphqlError',
      message: 'Upwork does not accept one of the values',
      description:
        "Check the IDs and values in this node, and whether Upwork still allows this: a withdrawn proposal, for example, can't be declined.",
    }),
  },
];

const FALLBACK: ErrorRule['failure'] = (message, author) =>
  author === 'user'
    ? {
        kind: 'graphqlError',
        message: `Upwork could not execute the query: ${message}`,
        description: 'Check the query and its variables.',
      }
    : {
        kind: 'graphqlError',
        message: 'Upwork could not carry this out',
        unexplained: true,
        description:
          "Check the values in this node. Upwork's own words are in the error details below.",
      };

/** Upwork: messages that reject a value or a state before anything is executed. */
const REFUSED_BEFORE_EXECUTION =
  /not found|does not exist|\balready\b|read[- ]?only|VJCA-6|incorrect value|authorization failed/i;

/** The failure for errors inside an HTTP 200. */
export function graphqlFailure(
  errors: readonly GraphqlError[],
  author: Author = 'package',
): ApiFailure {
  const message = joinMessages(errors);
  const rule = RULES.find(({ matches }) => matches(message, errors[0]));
  const failure = rule?.failure ?? FALLBACK;
  return {
    retryable: false,
    notExecuted:
      errors.length > 0 && errors.every((error) => REFUSED_BEFORE_EXECUTION.test(error.message)),
    httpStatus: 200,
    details: joinMessages(errors, 'withLocations'),
    ...failure(message, author, errors[0]?.location ?? null),
  };
}

/** The messages of the errors, each once. */
export function joinMessages(errors: readonly GraphqlError[], where?: 'withLocations'): string {
  const messages = errors.map(({ message, location }) =>
    where && location !== null ? `${message} (${location})` : message,
  );
  return [...new Set(messages)].join('; ');
}

function missingScopeFailure(message: string): FailureText {
  const blocked = (/\[([^\]]+)\]/.exec(message)?.[1] ?? '').split(',').map((field) => field.trim());
  return {
    kind: 'missingScope',
    ...missingPermission(blocked),
    details: `Blocked: ${blocked.join(', ')}`,
    notExecuted: true,
    documentRefused: true,
    blockedFields: blocked,
  };
}

/** Upwork: "Field 'x' in type 'Y' is undefined", once per occurrence. */
function undefinedFieldsIn(message: string): Pick<ApiFailure, 'undefinedFields'> {
  const matches = message.matchAll(/Field '(\w+)' in type '(\w+)' is undefined/g);
  const fields = [...matches].map(([, field = '', type = '']) => `${type}.${field}`);
  return fields.length > 0 ? { undefinedFields: [...new Set(fields)] } : {};
}

function invalidDocumentFailure(
  message: string,
  author: Author,
  location: string | null,
): FailureText {
  return {
    documentRefused: true,
    ...undefinedFieldsIn(message),
    ...(author === 'user' ? correctTheQuery(message, location) : updateThePackage(message)),
    kind: 'graphqlError',
    notExecuted: true,
  };
}

const correctTheQuery = (message: string, location: string | null) => ({
  message: `Correct the query: ${message.replace(/^Validation error of type \w+: /i, '').replace(/\.$/, '')}`,
  description: location === null ? 'Upwork did not accept it.' : `The mistake is in ${location}.`,
});

function updateThePackage(message: string) {
  const inputs = undefinedInputsIn(message);
  if (inputs.length > 0) return undefinedInputsFailure(inputs);
  return {
    message: "Upwork's API did not accept the query of this node",
    description:
      "Upwork's API may have changed. Update this package, and report it if that does not help.",
  };
}
