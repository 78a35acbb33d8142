import type { IHttpRequestOptions } from 'n8n-workflow';

import { readAnswer } from './answer';
import type { HttpAnswer } from './answer';
import type { Clock } from './clock';
import { apiRoot, CREDENTIAL_TYPE, credentialLabel, readCredential } from './credential';
import type { UpworkContext, UpworkCredential } from './credential';
import type { Fault, Outcome } from './fault';
import { networkFault } from './network';
import { RateLimiter, UPWORK_WINDOWS } from './rateLimiter';
import { renewToken } from './tokenRenewal';

const TIMEOUT_MS = 30_000;
/** Upwork: Cloudflare refuses odd clients, so say who calls. */
const USER_AGENT = 'n8n-nodes-upwork (n8n community node)';

/** One limiter per API host, shared by every node of the process: Upwork counts by IP address. */
const limiters = new Map<string, RateLimiter>();

function limiterFor(host: string, clock: Clock): RateLimiter {
  const limiter = limiters.get(host) ?? new RateLimiter(UPWORK_WINDOWS, clock);
  limiters.set(host, limiter);
  return limiter;
}

/**
 * Sends one GraphQL request as the connected user. An expired token (HTTP 401) is renewed and the
 * request repeated exactly once; Upwork did not execute it, so this is safe for mutations too.
 */
export async function post<TData>(
  context: UpworkContext,
  body: { query: string; variables: object },
  clock: Clock,
): Promise<Outcome<TData>> {
  const credential = await readCredential(context);
  const root = apiRoot(credential);
  if ('fault' in root) return root;
  if (credential.grantType === 'authorizationCode' && !credential.oauthTokenData?.access_token) {
    return { fault: notConnected(context) };
  }

  const limiter = limiterFor(root.url, clock);
  const exchange = async (): Promise<HttpAnswer | Fault> =>
    await limiter.run(
      async () => await sendSigned(context, requestOptions(root.url, credential, body)),
    );

  let answer = await exchange();
  if (isAnswer(answer) && answer.status === 401) {
    const fault = await renewToken(context, credential.oauthTokenData?.access_token, clock);
    if (fault) return { fault };
    answer = await exchange();
    if (isAnswer(answer) && answer.status === 401) return { fault: tokenRefused(context) };
  }
  if (!isAnswer(answer)) return { fault: answer };

  const outcome = readAnswer<TData>(answer, clock.now());
  if ('fault' in outcome && outcome.fault.retryAfterMs) limiter.hold(outcome.fault.retryAfterMs);
  return outcome;
}

function requestOptions(
  url: string,
  credential: UpworkCredential,
  body: { query: string; variables: object },
): IHttpRequestOptions {
  return {
    method: 'POST',
    url: `${url}/graphql`,
    headers: {
      'User-Agent': USER_AGENT,
      // Upwork: without it the user's default organization answers.
      ...(credential.organizationId && { 'X-Upwork-API-TenantId': credential.organizationId }),
    },
    body,
    json: true,
    timeout: TIMEOUT_MS,
    returnFullResponse: true,
    // n8n then leaves every status to us, the 401 too: the same on n8n 1.x and 2.x.
    ignoreHttpStatusErrors: true,
    // A redirect must not carry the token elsewhere.
    disableFollowRedirect: true,
  };
}

async function sendSigned(
  context: UpworkContext,
  options: IHttpRequestOptions,
): Promise<HttpAnswer | Fault> {
  try {
    const response: { statusCode: number; headers: Record<string, unknown>; body: unknown } =
      await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL_TYPE, options, {
        oauth2: { tokenType: 'Bearer' },
      });
    return { status: response.statusCode, headers: response.headers, body: response.body };
  } catch (error) {
    return networkFault(error);
  }
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
