import type { IHttpRequestOptions } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../auth/credential';
import { tokenFailure } from '../auth/tokenFailure';
import type { Clock } from '../clock';
import type { UpworkContext } from '../context';
import type { ApiFailure } from '../errors/failure';
import { httpFailure } from '../errors/httpFailure';
import {
  abortFailure,
  networkFailure,
  responseTooLarge,
  systemCode,
} from '../errors/networkFailure';
import type { Priority, RateLimiter } from '../rateLimit/rateLimiter';
import { rememberLimitHeaders } from '../state';
import { unlessAborted } from '../abort';
import { readBody } from './body';
import type { BodyStream } from './body';
import { parseRetryAfter } from './retryAfter';

export const TIMEOUT_MS = 30_000;

/** Who calls Upwork, for whom, and how long it may take. */
export interface RequestContext {
  context: UpworkContext;
  /** The organization to act for; by default the credential's. */
  organizationId?: string | undefined;
  priority: Priority;
  /** Ends waits and requests. */
  signal?: AbortSignal | undefined;
  /** When the caller gives up, in epoch milliseconds. */
  deadline?: number | undefined;
  /** How many more requests may be sent; unlimited by default. */
  budget?: RequestBudget | undefined;
  clock: Clock;
}

export interface RequestBudget {
  remaining: number;
}

/** An HTTP response; the body is parsed JSON, or else text. */
export interface HttpResponse {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: unknown;
}

export type HttpResult = { response: HttpResponse } | { failure: ApiFailure };

export interface SendOptions {
  limiter: RateLimiter;
  /** Requests per minute that the user allows. */
  perMinute: number;
  /** The address of the sandbox, if it is used instead of Upwork. */
  sandbox: string | undefined;
  /** Without a token n8n fetches the first one within the request. */
  hasToken: boolean;
}

/** Sends one request as soon as the limiter permits it. */
export async function send(
  request: RequestContext,
  http: IHttpRequestOptions,
  { limiter, perMinute, ...options }: SendOptions,
): Promise<HttpResult> {
  const { priority, signal, deadline, budget, clock } = request;
  if (signal?.aborted) return { failure: abortFailure(signal, 'before sending') };
  const dayWaitMs = limiter.dayWaitMs();
  if (dayWaitMs > 0) return { failure: dailyLimitReached(dayWaitMs) };
  if (budget && budget.remaining <= 0) return { failure: budgetUsedUp };
  if (budget) budget.remaining -= 1;
  const permit = await limiter.acquire({ priority, perMinute, signal, deadline });
  if (!permit && signal?.aborted) return { failure: abortFailure(signal, 'in the queue') };
  if (!permit)
    return { failure: httpFailure(429, false, { ms: limiter.pauseMs(), now: clock.now() }) };
  try {
    const result = await sendAuthenticated(request, http, options);
    if ('response' in result && result.response.status === 429) {
      const { headers } = result.response;
      permit.throttled(parseRetryAfter(headers['retry-after'], clock.now()));
      rememberLimitHeaders(limiter, headers);
    } else {
      permit.succeeded();
    }
    return result;
  } finally {
    permit.release();
  }
}

async function sendAuthenticated(
  { context, signal: cancel, clock }: RequestContext,
  http: IHttpRequestOptions,
  { hasToken, sandbox }: Pick<SendOptions, 'hasToken' | 'sandbox'>,
): Promise<HttpResult> {
  const signal = AbortSignal.any([clock.timeout(TIMEOUT_MS), ...(cancel ? [cancel] : [])]);
  try {
    const sent: Promise<StreamedResponse> = context.helpers.httpRequestWithAuthentication.call(
      context,
      CREDENTIAL_TYPE,
      { ...http, abortSignal: signal },
      { oauth2: { tokenType: 'Bearer' } },
    );
    // n8n 2 replaces this signal with that of the execution, and never aborts the request for the first token.
    const response = await unlessAborted(sent, signal);
    if (response === 'aborted') return { failure: abortFailure(signal, 'after sending') };
    const { statusCode, headers, body } = response;
    const result = await readBody(body, signal);
    if (result === 'tooLarge') return { failure: responseTooLarge(statusCode) };
    return { response: { status: statusCode, headers, body: result.body } };
  } catch (error) {
    if (signal.aborted) return { failure: abortFailure(signal, 'after sending') };
    const isNetwork = hasToken || systemCode(error) !== undefined;
    return { failure: isNetwork ? networkFailure(error, sandbox) : tokenFailure(context, error) };
  }
}

interface StreamedResponse {
  statusCode: number;
  headers: Record<string, unknown>;
  body: BodyStream;
}

const budgetUsedUp: ApiFailure = {
  kind: 'rateLimited',
  message: 'This operation has used up its limit of requests',
  description: 'Try again later.',
  retryable: false,
  notExecuted: true,
};

function dailyLimitReached(retryAfterMs: number): ApiFailure {
  return {
    kind: 'rateLimited',
    message: "Upwork's limit of 40,000 requests per day is used up",
    description: `This n8n process sent them within the last 24 hours. The next one is possible in ${Math.ceil(retryAfterMs / 60_000)} minutes. Poll less often, or search less.`,
    retryable: true,
    notExecuted: true,
    retryAfterMs,
  };
}
