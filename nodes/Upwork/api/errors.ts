import { DateTime } from 'luxon';
import { NodeApiError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import type { Fault } from './faults/fault';

type Failure = NonNullable<NodeApiError['failure']>;

/** n8n (2.37 and later) reads these causes to decide on its own retries and notices. */
function failureOf(fault: Fault): Failure | undefined {
  const wait = fault.retryAfterMs === undefined ? {} : { retryAfterMs: fault.retryAfterMs };
  switch (fault.kind) {
    case 'rateLimited':
      return { cause: 'rate-limited', ...wait };
    case 'unavailable':
      return { cause: 'temporarily-unavailable', ...wait };
    case 'credential':
      return { cause: 'credential-invalid' };
    case 'configuration':
    case 'permission':
      return { cause: 'configuration-invalid' };
    default:
      return undefined;
  }
}

/** What the nodes throw when Upwork does not deliver; the fault stays at hand for the trigger. */
export class UpworkApiError extends NodeApiError {
  constructor(
    node: INode,
    readonly fault: Fault,
    itemIndex?: number,
  ) {
    const failure = failureOf(fault);
    super(
      node,
      { message: fault.message },
      {
        message: fault.message,
        description: fault.description,
        ...(fault.httpStatus !== undefined && { httpCode: String(fault.httpStatus) }),
        ...(itemIndex !== undefined && { itemIndex }),
      },
    );
    // n8n before 2.37 would drop it as an option; set here it is there for error workflows too.
    if (failure) this.failure = failure;
  }
}

/** For a mutation whose end nobody saw: the user has to look before running it again. */
export function asUncertain(fault: Fault): Fault {
  return {
    ...fault,
    message: `${fault.message} The change may have been carried out all the same`,
    description: `Look in Upwork whether it was before you run this again: it is never repeated automatically. ${fault.description}`,
  };
}

/** Retry-After holds seconds or an HTTP date; anything else counts as absent. */
export function parseRetryAfter(value: unknown, now: number): number | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = DateTime.fromHTTP(value);
  return date.isValid ? Math.max(0, date.toMillis() - now) : undefined;
}
