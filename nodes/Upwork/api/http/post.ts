import type { IHttpRequestOptions } from 'n8n-workflow';

import {
  apiRoot,
  credentialId,
  credentialLabel,
  credentialOrganization,
  readCredential,
  requestsPerMinute,
} from '../auth/credential';
import { oneAtATime } from '../auth/firstToken';
import { renewToken } from '../auth/tokenRenewal';
import type { UpworkContext } from '../context';
import type { ApiFailure } from '../errors/failure';
import { limiterFor } from '../state';
import { send, TIMEOUT_MS } from './send';
import type { HttpResult, RequestContext } from './send';

/** Upwork: Cloudflare blocks unknown clients, so say who is calling. */
const USER_AGENT = 'n8n-nodes-upwork (n8n community node)';

export interface GraphqlRequest {
  query: string;
  variables: object;
  operationName: string | null;
}

/**
 * Upwork: whether it can briefly reject a valid token is not known. If so, one retry is not enough.
 */
const REPEAT_DELAYS_MS = [0, 500, 1_500];

/**
 * Posts a GraphQL request as the connected user. An expired token (HTTP 401) is renewed once and the
 * request repeated; Upwork did not execute it, so this is safe for mutations too.
 */
export async function post(request: RequestContext, body: GraphqlRequest): Promise<HttpResult> {
  const { context, clock, signal } = request;
  const credential = await readCredential(context);
  const root = apiRoot(credential);
  if ('failure' in root) return root;
  const organization = credentialOrganization(credential);
  if ('failure' in organization) return organization;
  const token = credential.oauthTokenData?.access_token;
  if (!token && credential.grantType !== 'clientCredentials') {
    return { failure: notConnected(context) };
  }

  const organizationId = request.organizationId ?? organization.id;
  const http = httpOptions(root.url, organizationId, body);
  const options = {
    limiter: limiterFor(root.url, clock),
    perMinute: requestsPerMinute(credential),
    sandbox: credential.environment === 'sandbox' ? root.url : undefined,
    hasToken: Boolean(token),
  };
  const attempt = async () => await send(request, http, options);

  const result = token ? await attempt() : await oneAtATime(credentialId(context), attempt);
  if (!isUnauthorized(result)) return result;
  const failure = await renewToken(request, token);
  if (failure) return { failure };
  for (const delay of REPEAT_DELAYS_MS) {
    await clock.sleep(delay, signal);
    const repeated = await attempt();
    if (!isUnauthorized(repeated)) return repeated;
  }
  return { failure: tokenRejected(context) };
}

function httpOptions(
  url: string,
  organizationId: string,
  body: GraphqlRequest,
): IHttpRequestOptions {
  return {
    method: 'POST',
    url: `${url}/graphql`,
    headers: {
      'User-Agent': USER_AGENT,
      // Upwork: without it, the user's default organization is used.
      ...(organizationId && { 'X-Upwork-API-TenantId': organizationId }),
    },
    body,
    json: true,
    timeout: TIMEOUT_MS,
    returnFullResponse: true,
    // So that a huge response does not end up in memory.
    encoding: 'stream',
    // n8n then passes on every status, 401 included, on n8n 1.x and 2.x alike.
    ignoreHttpStatusErrors: true,
    // A redirect must not carry the token elsewhere.
    disableFollowRedirect: true,
  };
}

function isUnauthorized(result: HttpResult): boolean {
  return 'response' in result && result.response.status === 401;
}

function notConnected(context: UpworkContext): ApiFailure {
  return {
    kind: 'credential',
    message: `${credentialLabel(context)} is not connected`,
    description:
      'Open the credential and click Connect ("Connect my account" in older versions of n8n).',
    retryable: false,
    notExecuted: true,
  };
}

function tokenRejected(context: UpworkContext): ApiFailure {
  return {
    kind: 'credential',
    message: `${credentialLabel(context)} was rejected by Upwork, although its token was just renewed`,
    description:
      "Open the credential and click Reconnect or Switch account. If that does not help, check that the API key is still enabled and that the credential's 'Environment' is right.",
    retryable: false,
    notExecuted: true,
    httpStatus: 401,
  };
}
