import type { ApiFailure } from './failure';
import { API_KEY_GUIDE, howToUnblock } from './permissions';
import { sentence } from './sentence';

/** An entry of `errors`, as far as this package reads it. */
export interface GraphqlError {
  message: string;
  classification: string;
  /** Response keys and indices down to the field that it is about; empty where Upwork doesn't say. */
  path: readonly (string | number)[];
  /** Where in the document the mistake is, such as `line 2, column 10`. */
  location: string | null;
}

/** Who wrote the document: a user has to know where the mistake is. */
export type Author = 'package' | 'user';

type FailureText = Partial<ApiFailure> & Pick<ApiFailure, 'kind' | 'message' | 'description'>;

interface ErrorRule {
  matches(message: string, classification: string): boolean;
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
    matches: (_, classification) => /^(ValidationError|InvalidSyntax)$/.test(classification),
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
    matches: (message) => /authorization failed/i.test(message),
    failure: (message) => ({
      kind: 'organizationNotAllowed',
      message: 'Upwork did not authorize this for the organization in use.',
      description: `Check the organization of the node and of the credential: it may be of the wrong kind, or the connected user may not do this there. Upwork says: ${sentence(message)}`,
    }),
  },
  {
    matches: (message) => /opening not found/i.test(message),
    failure: (message) => ({
      kind: 'graphqlError',
      message: `Upwork can't find this job: ${sentence(message)}`,
      description: 'It may have been removed, or it is private. Check the ID.',
    }),
  },
];

const FALLBACK: ErrorRule['failure'] = (message) => ({
  kind: 'graphqlError',
  message: `Upwork could not execute the request: ${sentence(message)}`,
  description: 'Check the parameters of the node.',
});

/** Upwork: messages that reject a value or a state before anything is done. */
const PLAIN_NO =
  /not found|does not exist|\balready\b|read[- ]?only|VJCA-6|incorrect value|authorization failed/i;

/** The failure for errors inside an HTTP 200. */
export function graphqlFailure(
  errors: readonly GraphqlError[],
  author: Author = 'package',
): ApiFailure {
  const message = joinMessages(errors, author);
  const classification = errors[0]?.classification ?? '';
  const rule = RULES.find(({ matches }) => matches(message, classification));
  const failure = rule?.failure ?? FALLBACK;
  return {
    retryable: false,
    notExecuted: errors.length > 0 && errors.every((error) => PLAIN_NO.test(error.message)),
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
  const text =
    author === 'user'
      ? {
          message: `Correct the query: ${sentence(message)}`,
          description: 'Upwork did not accept it.',
        }
      : {
          message: `Upwork did not accept the query: ${sentence(message)} An update of this package may help.`,
          description: "Upwork's API may have changed.",
        };
  return {
    ...undefinedFieldsIn(message),
    ...text,
    kind: 'graphqlError',
    notExecuted: true,
    documentRefused: true,
  };
}
