import type { IHttpRequestOptions } from 'n8n-workflow';

import { readAnswer } from './answer';
import type { HttpAnswer } from './answer';
import type { Clock } from './clock';
import {
  apiRoot,
  CREDENTIAL_TYPE,
  credentialId,
  credentialLabel,
  readCredential,
} from './credential';
import type { UpworkContext } from './credential';
import type { Fault, Outcome } from './fault';
import { inTurn } from './firstToken';
import { limiterFor } from './limiters';
import { networkFault, systemCode } from './network';
import { tokenFault } from './tokenFault';
import { renewToken } from './tokenRenewal';

const TIMEOUT_MS = 30_000;
/** Upwork: Cloudflare refuses odd clients, so say who calls. */
const USER_AGENT = 'n8n-nodes-upwork (n8n community node)';

/**
 * Sends one GraphQL request as the connected user. An expired token (HTTP 401) is renewed and the
 * request repeated exactly once; Upwork did not execute it, so this is safe for mutations too.
 */
export async function post<TData>(
  context: UpworkContext,
  body: { query: string; variables: object },
  organizationId: string | undefined,
  clock: Clock,
): Promise<Outcome<TData>> {
  const credential = await readCredential(context);
  const root = apiRoot(credential);
  if ('fault' in root) return root;
  const token = credential.oauthTokenData?.access_token;
  if (!token && credential.grantType === 'authorizationCode') {
    return { fault: notConnected(context) };
  }

  const tenant = organizationId ?? credential.organizationId;
  const limiter = limiterFor(root.url, clock);
  const exchange = async (): Promise<HttpAnswer | Fault> =>
    await limiter.run(
      async () => await sendSigned(context, requestOptions(root.url, tenant, body), Boolean(token)),
    );

  let answer = token ? await exchange() : await inTurn(credentialId(context), exchange);
  if (isAnswer(answer) && answer.status === 401) {
    const fault = await renewToken(context, token, clock);
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
  tenant: string,
  body: { query: string; variables: object },
): IHttpRequestOptions {
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
    // n8n then leaves every status to us, the 401 too: the same on n8n 1.x and 2.x.
    ignoreHttpStatusErrors: true,
    // A redirect must not carry the token elsewhere.
    disableFollowRedirect: true,
  };
}

async function sendSigned(
  context: UpworkContext,
  options: IHttpRequestOptions,
  hasToken: boolean,
): Promise<HttpAnswer | Fault> {
  try {
    const response: { statusCode: number; headers: Record<string, unknown>; body: unknown } =
      await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL_TYPE, options, {
        oauth2: { tokenType: 'Bearer' },
      });
    return { status: response.statusCode, headers: response.headers, body: response.body };
  } catch (error) {
    // Without a token n8n fetches the first one within the request; what is not the network is that.
    return hasToken || systemCode(error) ? networkFault(error) : tokenFault(context, error);
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
