import { type Handler, json, type Reply, type Request } from './http.mts';
import { type Key, keyOf } from './keys.mts';
import type { SandboxOptions } from './options.mts';
import type { Counter } from './stats.mts';
import type { TokenResponse, TokenStore } from './tokens.mts';

interface Client {
  id: string | null;
  secret: string | null;
}

function refuse(error: string, description?: string, status = 400): Reply {
  return json(status, {
    error,
    ...(description === undefined ? {} : { error_description: description }),
  });
}

function basicClient(header: string | undefined): Client {
  const encoded = /^Basic\s+(.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return { id: null, secret: null };
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id, secret: secret.join(':') };
}

/** The key of an authenticated client, with its secret in the body or in a Basic header. */
function authenticatedKey(request: Request, form: URLSearchParams): Key | null {
  const basic = basicClient(request.headers.authorization);
  const key = keyOf(form.get('client_id') ?? basic.id);
  const secret = form.get('client_secret') ?? basic.secret;
  return key && key.clientSecret === secret ? key : null;
}

/**
 * Upwork's token endpoint: authorization_code, refresh_token (rotating) and client_credentials
 * (enterprise keys only).
 */
export function tokenEndpoint(
  tokens: TokenStore,
  counter: Counter,
  { invalidClientStatus }: Pick<SandboxOptions, 'invalidClientStatus'>,
): Handler {
  function issue(tokenResponse: TokenResponse): Reply {
    counter.add('tokensIssued');
    return json(200, tokenResponse, { 'Cache-Control': 'no-store' });
  }

  function exchangeCode(form: URLSearchParams, key: Key): Reply {
    const code = form.get('code') ?? '';
    const isValid = tokens.takeCode(code, key, form.get('redirect_uri') ?? '');
    if (!isValid) return refuse('invalid_grant', 'Authorization code is invalid or expired');
    return issue(tokens.issueTokens(key));
  }

  function refresh(form: URLSearchParams, key: Key): Reply {
    const tokenResponse = tokens.refresh(form.get('refresh_token') ?? '', key);
    if (!tokenResponse) {
      return refuse('invalid_grant', 'Refresh token is expired or revoked or not registered');
    }
    counter.add('refreshes');
    return issue(tokenResponse);
  }

  return (request) => {
    const type = request.headers['content-type'] ?? '';
    if (!type.startsWith('application/x-www-form-urlencoded')) {
      return refuse('invalid_request', 'The body must be application/x-www-form-urlencoded');
    }
    const form = new URLSearchParams(request.body);
    const grantType = form.get('grant_type');
    // Upwork: with only a Basic header, exchanging the code works but refreshing doesn't.
    if (grantType === 'refresh_token' && !form.has('client_id')) {
      return refuse('invalid_request', 'Missing parameters: client_id');
    }
    // RFC 6749: a client must not use more than one authentication method.
    if (form.has('client_secret') && request.headers.authorization !== undefined) {
      return refuse('invalid_request', 'More than one client authentication');
    }
    const key = authenticatedKey(request, form);
    if (!key) return refuse('invalid_client', undefined, invalidClientStatus);
    switch (grantType) {
      case 'authorization_code':
        return exchangeCode(form, key);
      case 'refresh_token':
        return refresh(form, key);
      case 'client_credentials':
        return key.enterprise ? issue(tokens.issueAccessToken(key)) : refuse('unauthorized_client');
      default:
        return refuse('unsupported_grant_type');
    }
  };
}
