import type { IHttpRequestOptions } from 'n8n-workflow';

import { readAnswer } from './answer';
import type { HttpAnswer, Reply } from './answer';
import { readBody } from './body';
import type { BodyStream } from './body';
import type { Clock } from './clock';
import {
  apiRoot,
  CREDENTIAL_TYPE,
  credentialId,
  credentialLabel,
  readCredential,
  requestsPerMinute,
} from './connection/credential';
import type { UpworkContext } from './connection/credential';
import { parseRetryAfter } from './errors';
import type { Fault } from './faults/fault';
import { inTurn } from './connection/firstToken';
import { limiterFor } from './limits/limiters';
import { answerTooLarge, interrupted, networkFault, systemCode } from './faults/network';
import type { Lane, RateLimiter } from './rateLimiter';
import { tokenFault } from './connection/tokenFault';
import { renewToken } from './connection/tokenRenewal';

const TIMEOUT_MS = 30_000;
/** Upwork: Cloudflare refuses odd clients, so say who calls. */
const USER_AGENT = 'n8n-nodes-upwork (n8n community node)';

/** Who asks Upwork, for whom, and how long it may take. */
export interface Session {
  context: UpworkContext;
  /** The organization to act for; by default the credential's. */
  organizationId?: string | undefined;
  lane: Lane;
  /** Ends waiting and asking. */
  signal?: AbortSignal | undefined;
  clock: Clock;
}

export interface GraphqlRequest {
  query: string;
  variables: object;
  operationName: string | null;
}

/**
 * Sends one GraphQL request as the connected user. An expired token (HTTP 401) is renewed and the
 * request repeated exactly once; Upwork did not execute it, so this is safe for mutations too.
 */
export async function post(
  session: Session,
  request: GraphqlRequest,
): Promise<{ reply: Reply } | { fault: Fault }> {
  const { context, clock } = session;
  const credential = await readCredential(context);
  const root = apiRoot(credential);
  if ('fault' in root) return root;
  const token = credential.oauthTokenData?.access_token;
  if (!token && credential.grantType === 'authorizationCode') {
    return { fault: notConnected(context) };
  }

  const tenant = session.organizationId ?? credential.organizationId;
  const options = requestOptions(root.url, tenant, request);
  const limiter = limiterFor(root.url, clock);
  const perMinute = requestsPerMinute(credential);
  const exchange = async () =>
    await exchangeOnce(session, limiter, perMinute, options, Boolean(token));

  let answer = token ? await exchange() : await inTurn(credentialId(context), exchange);
  if (isAnswer(answer) && answer.status === 401) {
    const fault = await renewToken(context, token, clock);
    if (fault) return { fault };
    answer = await exchange();
    if (isAnswer(answer) && answer.status === 401) return { fault: tokenRefused(context) };
  }
  return isAnswer(answer) ? readAnswer(answer, clock.now()) : { fault: answer };
}

function requestOptions(url: string, tenant: string, body: GraphqlRequest): IHttpRequestOptions {
  return {
    method: 'POST',
    url: `${url}/graphql`,
    headers: {
      'User-Agent': USER_AGENT,
      // Upwork: without it the user's default organization answers.
      ...(tenant && { 'X-Upwork-API-TenantId': tenant }),
    },
    body,
    json: true,
    timeout: TIMEOUT_MS,
    returnFullResponse: true,
    // So that an answer of any size does not end up in memory.
    encoding: 'stream',
    // n8n then leaves every status to us, the 401 too: the same on n8n 1.x and 2.x.
    ignoreHttpStatusErrors: true,
    // A redirect must not carry the token elsewhere.
    disableFollowRedirect: true,
  };
}

/** One request and its answer, at a place that the limiter gave. */
async function exchangeOnce(
  { context, lane, signal, clock }: Session,
  limiter: RateLimiter,
  perMinute: number,
  options: IHttpRequestOptions,
  hasToken: boolean,
): Promise<HttpAnswer | Fault> {
  const dayWaitMs = limiter.dayWaitMs();
  if (dayWaitMs > 0) return dayUsedUp(dayWaitMs);
  const place = await limiter.enter({ lane, perMinute, signal });
  if (!place) return interrupted(signal, true);
  try {
    const answer = await sendSigned(context, options, signal, hasToken);
    if (isAnswer(answer) && answer.status === 429) {
      place.refused(parseRetryAfter(answer.headers['retry-after'], clock.now()));
    } else {
      place.admitted();
    }
    return answer;
  } finally {
    place.leave();
  }
}

async function sendSigned(
  context: UpworkContext,
  options: IHttpRequestOptions,
  stop: AbortSignal | undefined,
  hasToken: boolean,
): Promise<HttpAnswer | Fault> {
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(stop ? [stop] : [])]);
  try {
    const { statusCode, headers, body }: StreamedResponse =
      await context.helpers.httpRequestWithAuthentication.call(
        context,
        CREDENTIAL_TYPE,
        { ...options, abortSignal: signal },
        { oauth2: { tokenType: 'Bearer' } },
      );
    const read = await readBody(body, signal);
    if (read === 'tooLarge') return answerTooLarge(statusCode);
    return { status: statusCode, headers, body: read.body };
  } catch (error) {
    if (signal.aborted) return interrupted(signal, false);
    // Without a token n8n fetches the first one within the request; what is not the network is that.
    return hasToken || systemCode(error) ? networkFault(error) : tokenFault(context, error);
  }
}

interface StreamedResponse {
  statusCode: number;
  headers: Record<string, unknown>;
  body: BodyStream;
}

function isAnswer(answer: HttpAnswer | Fault): answer is HttpAnswer {
  return 'status' in answer;
}

function notConnected(context: UpworkContext): Fault {
  return {
    kind: 'credential',
    message: `${credentialLabel(context)} is not connected`,
    description: 'Open the credential and click "Connect my account".',
    passing: false,
    notExecuted: true,
  };
}

function tokenRefused(context: UpworkContext): Fault {
  return {
    kind: 'credential',
    message: `${credentialLabel(context)} is refused by Upwork although its token was just renewed`,
    description:
      "Open the credential and reconnect it. If that does not help, check that the API key is still enabled and that the credential's Environment is right.",
    passing: false,
    notExecuted: true,
    httpStatus: 401,
  };
}

function dayUsedUp(retryAfterMs: number): Fault {
  return {
    kind: 'rateLimited',
    message: "Upwork's 40,000 requests of the day are used up",
    description: `This n8n process sent them within the last 24 hours. The next one is possible in ${Math.ceil(retryAfterMs / 60_000)} minutes. Poll less often, or search less.`,
    passing: true,
    notExecuted: true,
    retryAfterMs,
  };
}
