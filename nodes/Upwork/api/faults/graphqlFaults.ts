import type { Fault } from './fault';
import { API_KEY_GUIDE } from './guide';
import { permissionsFor } from '../permissions';

/** An entry of `errors`, as far as this package reads it. */
export interface WireError {
  message: string;
  classification: string;
  /** The name in the answer of the root field that it is about, where Upwork says so. */
  root: string | null;
}

interface GraphqlCase {
  is(told: string, classification: string): boolean;
  fault(told: string): Partial<Fault> & Pick<Fault, 'kind' | 'message' | 'description'>;
}

const KEY_FORM = 'https://www.upwork.com/developer/keys';

/**
 * The errors that Upwork tells inside an HTTP 200; the first case that fits decides. None of them
 * means an expired token: that is always a 401.
 */
const CASES: readonly GraphqlCase[] = [
  {
    // Upwork: two spellings of the sentence exist, only this part is in both.
    is: (told) => /permissions\/scopes/i.test(told),
    fault: permissionFault,
  },
  {
    is: (_, classification) => /^(ValidationError|InvalidSyntax)$/.test(classification),
    fault: (told) => ({
      kind: 'rejected',
      message: 'Upwork did not accept the query',
      description: `Upwork's API may have changed; an update of this package may help. Upwork says: ${told}`,
      notExecuted: true,
    }),
  },
  {
    is: (told) => /transform timeout/i.test(told),
    fault: (told) => ({
      kind: 'unavailable',
      message: 'Upwork took too long to answer',
      description: `Try again later. Upwork says: ${told}`,
      passing: true,
    }),
  },
  {
    is: (told) => /authorization failed/i.test(told),
    fault: (told) => ({
      kind: 'permission',
      message: 'Upwork did not authorize this for the organization in use',
      description: `Check the Organization of the node and of the credential: it may be of the wrong kind, or the connected user may not do this there. Upwork says: ${told}`,
    }),
  },
  {
    is: (told) => /opening not found/i.test(told),
    fault: (told) => ({
      kind: 'rejected',
      message: `Upwork does not know this job: ${told}`,
      description: 'It may have been removed, or it is private. Check the ID.',
    }),
  },
];

const OTHERWISE: GraphqlCase['fault'] = (told) => ({
  kind: 'rejected',
  message: `Upwork could not carry out the request: ${told}`,
  description: 'Check the parameters of the node.',
});

/** The fault that errors inside an HTTP 200 stand for. */
export function graphqlFault(errors: readonly WireError[]): Fault {
  const told = reasons(errors);
  const classification = errors[0]?.classification ?? '';
  const { fault } = CASES.find(({ is }) => is(told, classification)) ?? { fault: OTHERWISE };
  return { passing: false, notExecuted: false, httpStatus: 200, ...fault(told) };
}

/** What the errors say, each once. */
export function reasons(errors: readonly WireError[]): string {
  return [...new Set(errors.map(({ message }) => message))].join('; ');
}

function permissionFault(told: string): ReturnType<GraphqlCase['fault']> {
  const blocked = (/\[([^\]]+)\]/.exec(told)?.[1] ?? '').split(',').map((field) => field.trim());
  return {
    kind: 'permission',
    message: 'The Upwork API key lacks a permission',
    description: `${howToUnblock(blocked)}. Blocked: ${blocked.join(', ')}. More: ${API_KEY_GUIDE}`,
    notExecuted: true,
    blockedFields: blocked,
  };
}

/** What a person has to do so that Upwork no longer blocks these `Type.field`s. */
export function howToUnblock(blocked: readonly string[]): string {
  const boxes = permissionsFor(blocked).map((box) => `"${box}"`);
  const tick = boxes.length > 0 ? `Tick ${boxes.join(' and ')}` : 'Add the permission';
  return `${tick} on the key at ${KEY_FORM}, then reconnect the credential: changing a key's permissions ends its connections`;
}
