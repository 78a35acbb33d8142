import type { ApiFailure } from './failure';
import { API_KEY_GUIDE, howToUnblock } from './permissions';
import { sentence } from './sentence';
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
  failure(message: string, author: Author): FailureText;
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
    failure: (message) => ({
      kind: 'unavailable',
      message: `Upwork took too long to respond: ${sentence(message)}`,
      description: 'Try again later.',
      retryable: true,
      timedOut: true,
    }),
  },
  {
    // Upwork: the error for a search expression of more than about 340 characters.
    matches: (message) => /underling search failed/i.test(message),
    failure: (message) => ({
      kind: 'graphqlError',
      message: `Upwork could not run the search: ${sentence(message)} A search query can have about 340 characters at most.`,
      description: 'If yours is longer, shorten it or split it into several searches.',
    }),
  },
  {
    matches: (message) => /authorization failed/i.test(message),
    failure: (message) => ({
      kind: 'organizationNotAllowed',
      message: 'Upwork did not authorize this for the organization in use.',
      description: `Check the organization of the node and of the credential: its type may be wrong for this, or the connected user may lack the rights there. Upwork says: ${sentence(message)}`,
    }),
  },
  {
    matches: (message) => /opening not found/i.test(message),
    failure: (message) => ({
      kind: 'graphqlError',
      message: `Upwork can't find this job: ${sentence(message)}`,
      description: 'It may have been removed or made private. Check the ID.',
    }),
  },
  {
    // Upwork: a room or a job posting can't be null, so an unknown ID is an error.
    matches: (message) =>
      /not found|type: '(Room|JobPosting)' within parent 'Query'/i.test(message),
    failure: (message) => ({
      kind: 'graphqlError',
      message: `Upwork can't find this record: ${sentence(message)}`,
      description:
        "It may have been removed, or the organization in use can't see it. Check the ID.",
    }),
  },
];

const FALLBACK: ErrorRule['failure'] = (message) => ({
  kind: 'graphqlError',
  message: `Upwork could not execute the request: ${sentence(message)}`,
  description: 'Check the parameters of the node.',
});

/** Upwork: messages that reject a value or a state before anything is executed. */
const REFUSED_BEFORE_EXECUTION =
  /not found|does not exist|\balready\b|read[- ]?only|VJCA-6|incorrect value|authorization failed/i;

/** The failure for errors inside an HTTP 200. */
export function graphqlFailure(
  errors: readonly GraphqlError[],
  author: Author = 'package',
): ApiFailure {
  const message = joinMessages(errors, author);
  const rule = RULES.find(({ matches }) => matches(message, errors[0]));
  const failure = rule?.failure ?? FALLBACK;
  return {
    retryable: false,
    notExecuted:
      errors.length > 0 && errors.every((error) => REFUSED_BEFORE_EXECUTION.test(error.message)),
    httpStatus: 200,
    ...failure(message, author),
  };
}

/** The messages of the errors, each once. */
export function joinMessages(errors: readonly GraphqlError[], author: Author): string {
  const messages = errors.map(({ message, location }) =>
    author === 'user' && location !== null ? `${message} (${location})` : message,
  );
  return [...new Set(messages)].join('; ');
}

function missingScopeFailure(message: string): FailureText {
  const blocked = (/\[([^\]]+)\]/.exec(message)?.[1] ?? '').split(',').map((field) => field.trim());
  return {
    kind: 'missingScope',
    message: `The Upwork API key lacks a permission. ${howToUnblock(blocked)}`,
    description: `Blocked: ${blocked.join(', ')}. More: ${API_KEY_GUIDE}`,
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

function invalidDocumentFailure(message: string, author: Author): FailureText {
  return {
    documentRefused: true,
    ...undefinedFieldsIn(message),
    ...(author === 'user' ? correctTheQuery(message) : updateThePackage(message)),
    kind: 'graphqlError',
    notExecuted: true,
  };
}

const correctTheQuery = (message: string) => ({
  message: `Correct the query: ${sentence(message)}`,
  description: 'Upwork did not accept it.',
});

function updateThePackage(message: string) {
  const inputs = undefinedInputsIn(message);
  if (inputs.length > 0) return undefinedInputsFailure(inputs, sentence(message));
  return {
    message: `Upwork did not accept the query: ${sentence(message)} An update of this package may help.`,
    description: "Upwork's API may have changed.",
  };
}
