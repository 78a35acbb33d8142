import { NodeApiError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import type { ApiFailure, ErrorText } from './failure';
import { sentence } from './sentence';

/** What the nodes throw if a request to Upwork fails. */
export class UpworkApiError extends NodeApiError {
  constructor(
    node: INode,
    readonly apiFailure: ApiFailure,
    private readonly itemIndex?: number,
  ) {
    const { description, details, httpStatus } = apiFailure;
    const message = messageOf(apiFailure, itemIndex);
    super(
      node,
      // n8n: the editor shows this below "Error details", unless it is the message.
      { message: details ?? message },
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

  /** The same error with a different message or description. */
  with(text: Partial<ErrorText>): UpworkApiError {
    return new UpworkApiError(this.node, { ...this.apiFailure, ...text }, this.itemIndex);
  }
}

/** With the item if its input is wrong: with "Continue On Fail", only the message is kept. */
function messageOf({ kind, message, outcome }: ApiFailure, itemIndex?: number): string {
  const item = kind === 'notFound' && itemIndex !== undefined ? ` [item ${itemIndex}]` : '';
  return outcome === undefined
    ? `${message}${item}`
    : `${sentence(`${message}${item}`)} ${outcome}`;
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

/**
 * The failure of a mutation, which also says what happened to the change: the user may have to
 * check before another run.
 */
export function withOutcomeOfChange(failure: ApiFailure): ApiFailure {
  if (failure.notExecuted) return { ...failure, outcome: 'Nothing was changed on Upwork.' };
  const mayHaveChanged =
    'so the change may have been made. Check on Upwork before you run this again.';
  if (failure.kind === 'graphqlError') {
    return {
      ...failure,
      outcome: `Upwork did not say whether it made the change, ${mayHaveChanged}`,
    };
  }
  return {
    ...failure,
    // To try again at once would be the wrong advice.
    description: "If Upwork doesn't show the change, run this again later.",
    outcome: `Upwork's answer got lost, ${mayHaveChanged}`,
  };
}
