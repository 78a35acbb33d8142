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

/** Upwork: Cloudflare refuses odd clients, so say who calls. */
const USER_AGENT = 'n8n-nodes-upwork (n8n community node)';

export interface GraphqlRequest {
  query: string;
  variables: object;
  operationName: string | null;
}

/**
 * Posts a GraphQL request as the connected user. An expired token (HTTP 401) is renewed and the
 * request repeated exactly once; Upwork did not execute it, so this is safe for mutations too.
 */
export async function post(request: RequestContext, body: GraphqlRequest): Promise<HttpResult> {
  const { context, clock } = request;
  const credential = await readCredential(context);
  const root = apiRoot(credential);
  if ('failure' in root) return root;
  const organization = credentialOrganization(credential);
  if ('failure' in organization) return organization;
  const token = credential.oauthTokenData?.access_token;
  if (!token && credential.grantType === 'authorizationCode') {
    return { failure: notConnected(context) };
  }

  const organizationId = request.organizationId ?? organization.id;
  const http = httpOptions(root.url, organizationId, body);
  const options = {
    limiter: limiterFor(root.url, clock),
    perMinute: requestsPerMinute(credential),
    hasToken: Boolean(token),
  };
  const attempt = async () => await send(request, http, options);

  const result = token ? await attempt() : await oneAtATime(credentialId(context), attempt);
  if (!isUnauthorized(result)) return result;
  const failure = await renewToken(context, token, clock);
  if (failure) return { failure };
  const repeated = await attempt();
  return isUnauthorized(repeated) ? { failure: tokenRejected(context) } : repeated;
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
      // Upwork: without it the user's default organization answers.
      ...(organizationId && { 'X-Upwork-API-TenantId': organizationId }),
    },
    body,
    json: true,
    timeout: TIMEOUT_MS,
    returnFullResponse: true,
    // So that a response of any size does not end up in memory.
    encoding: 'stream',
    // n8n then leaves every status to us, the 401 too: the same on n8n 1.x and 2.x.
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
    description: 'Open the credential and click "Connect my account".',
    retryable: false,
    notExecuted: true,
  };
}

function tokenRejected(context: UpworkContext): ApiFailure {
  return {
    kind: 'credential',
    message: `${credentialLabel(context)} is refused by Upwork although its token was just renewed`,
    description:
      "Open the credential and reconnect it. If that does not help, check that the API key is still enabled and that the credential's 'Environment' is right.",
    retryable: false,
    notExecuted: true,
    httpStatus: 401,
  };
}
