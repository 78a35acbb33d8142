import { NodeApiError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import type { ApiFailure } from './failure';

/** What the nodes throw if a request to Upwork fails. */
export class UpworkApiError extends NodeApiError {
  constructor(
    node: INode,
    readonly apiFailure: ApiFailure,
    private readonly itemIndex?: number,
  ) {
    const { message, description, httpStatus } = apiFailure;
    super(
      node,
      { message },
      {
        message,
        description,
        ...(httpStatus !== undefined && { httpCode: String(httpStatus) }),
        ...(itemIndex !== undefined && { itemIndex }),
      },
    );
    const failure = n8nFailure(apiFailure);
    // n8n before 2.37 would drop it as an option; set here, error workflows see it too.
    if (failure) this.failure = failure;
  }

  /** The same error in other words. */
  with(text: Partial<Pick<ApiFailure, 'message' | 'description'>>): UpworkApiError {
    return new UpworkApiError(this.node, { ...this.apiFailure, ...text }, this.itemIndex);
  }
}

/** n8n (2.37 and later) bases its own retries and notices on these causes. */
function n8nFailure({ kind, retryAfterMs }: ApiFailure): NodeApiError['failure'] {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  switch (kind) {
    case 'rateLimited':
      return { cause: 'rate-limited', ...wait };
    case 'unavailable':
    case 'blocked':
      return { cause: 'temporarily-unavailable', ...wait };
    case 'credential':
      return { cause: 'credential-invalid' };
    case 'configuration':
    case 'missingScope':
    case 'organizationNotAllowed':
      return { cause: 'configuration-invalid' };
    default:
      return undefined;
  }
}

/** For a mutation whose outcome is unknown: the user has to check before running it again. */
export function withUnknownOutcome(failure: ApiFailure): ApiFailure {
  return {
    ...failure,
    message: `${failure.message}. The change may have been made all the same`,
    description: `Check on Upwork before you run this again: it is never repeated automatically. ${failure.description}`,
  };
}
