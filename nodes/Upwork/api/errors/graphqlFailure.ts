import type { ApiFailure } from './failure';
import { API_KEY_GUIDE, permissionsFor } from './permissions';

/** An entry of `errors`, as far as this package reads it. */
export interface GraphqlError {
  message: string;
  classification: string;
  /** Response keys and indices down to the field that it is about; empty where Upwork doesn't say. */
  path: readonly (string | number)[];
}

type FailureText = Partial<ApiFailure> & Pick<ApiFailure, 'kind' | 'message' | 'description'>;

interface ErrorRule {
  matches(message: string, classification: string): boolean;
  failure(message: string): FailureText;
}

const KEY_FORM = 'https://www.upwork.com/developer/keys';

/**
 * The errors that Upwork reports inside an HTTP 200; the first rule that matches decides. None of
 * them means an expired token: that is always a 401.
 */
const RULES: readonly ErrorRule[] = [
  {
    // Upwork: two spellings of the sentence exist, only this part is in both.
    matches: (message) => /permissions\/scopes/i.test(message),
    failure: missingScopeFailure,
  },
  {
    matches: (_, classification) => /^(ValidationError|InvalidSyntax)$/.test(classification),
    failure: (message) => ({
      ...undefinedFieldsIn(message),
      kind: 'graphqlError',
      message: 'Upwork did not accept the query',
      description: `Upwork's API may have changed; an update of this package may help. Upwork says: ${message}`,
      notExecuted: true,
    }),
  },
  {
    matches: (message) => /transform timeout/i.test(message),
    failure: (message) => ({
      kind: 'unavailable',
      message: 'Upwork took too long to answer',
      description: `Try again later. Upwork says: ${message}`,
      retryable: true,
      timedOut: true,
    }),
  },
  {
    matches: (message) => /authorization failed/i.test(message),
    failure: (message) => ({
      kind: 'organizationNotAllowed',
      message: 'Upwork did not authorize this for the organization in use',
      description: `Check the organization of the node and of the credential: it may be of the wrong kind, or the connected user may not do this there. Upwork says: ${message}`,
    }),
  },
  {
    matches: (message) => /opening not found/i.test(message),
    failure: (message) => ({
      kind: 'graphqlError',
      message: `Upwork does not know this job: ${message}`,
      description: 'It may have been removed, or it is private. Check the ID.',
    }),
  },
];

const FALLBACK: ErrorRule['failure'] = (message) => ({
  kind: 'graphqlError',
  message: `Upwork could not carry out the request: ${message}`,
  description: 'Check the parameters of the node.',
});

/** The failure that errors inside an HTTP 200 stand for. */
export function graphqlFailure(errors: readonly GraphqlError[]): ApiFailure {
  const message = joinMessages(errors);
  const classification = errors[0]?.classification ?? '';
  const rule = RULES.find(({ matches }) => matches(message, classification));
  const failure = rule?.failure ?? FALLBACK;
  return { retryable: false, notExecuted: false, httpStatus: 200, ...failure(message) };
}

/** The messages of the errors, each once. */
export function joinMessages(errors: readonly GraphqlError[]): string {
  return [...new Set(errors.map(({ message }) => message))].join('; ');
}

function missingScopeFailure(message: string): FailureText {
  const blocked = (/\[([^\]]+)\]/.exec(message)?.[1] ?? '').split(',').map((field) => field.trim());
  return {
    kind: 'missingScope',
    message: 'The Upwork API key lacks a permission',
    description: `${howToUnblock(blocked)}. Blocked: ${blocked.join(', ')}. More: ${API_KEY_GUIDE}`,
    notExecuted: true,
    blockedFields: blocked,
  };
}

/** Upwork: "Field 'x' in type 'Y' is undefined", once for each place. */
function undefinedFieldsIn(message: string): Pick<ApiFailure, 'undefinedFields'> {
  const matches = message.matchAll(/Field '(\w+)' in type '(\w+)' is undefined/g);
  const fields = [...matches].map(([, field = '', type = '']) => `${type}.${field}`);
  return fields.length > 0 ? { undefinedFields: [...new Set(fields)] } : {};
}

/** What a person has to do so that Upwork no longer blocks these `Type.field`s. */
export function howToUnblock(blockedFields: readonly string[]): string {
  const permissions = permissionsFor(blockedFields).map((name) => `"${name}"`);
  const tick = permissions.length > 0 ? `Tick ${permissions.join(' and ')}` : 'Add the permission';
  return `${tick} on the key at ${KEY_FORM}, then reconnect the credential: changing a key's permissions ends its connections`;
}
