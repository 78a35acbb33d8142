import type { Handler, Reply } from './http.mts';
import { html, json, reply } from './http.mts';
import { keyOf, type Key } from './keys.mts';
import { consentPage, escapeHtml, page } from './pages.mts';
import type { TokenStore } from './tokens.mts';

interface AuthorizationRequest {
  key: Key;
  callback: URL;
  redirectUri: string;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function errorPage(text: string): Reply {
  return html(400, page('Local sandbox: invalid request', `<p>${escapeHtml(text)}</p>`));
}

function allowedCallback(redirectUri: string, registered: string | null): URL | null {
  if (!URL.canParse(redirectUri)) return null;
  const callback = new URL(redirectUri);
  const isRight =
    registered === null ? LOOPBACK.test(callback.hostname) : redirectUri === registered;
  return isRight ? callback : null;
}

/** Validates an authorization request; if it is invalid, returns the page that says why. */
function read(params: URLSearchParams, registered: string | null): AuthorizationRequest | Reply {
  const key = keyOf(params.get('client_id'));
  if (!key) return errorPage('No key with this client_id: copy the one that the sandbox printed.');
  const redirectUri = params.get('redirect_uri') ?? '';
  const callback = allowedCallback(redirectUri, registered);
  if (!callback) {
    const allowed = registered ?? 'any URL on this machine (localhost)';
    return errorPage(
      `The redirect_uri "${redirectUri}" is not the callback of the key: ${allowed}.`,
    );
  }
  if (params.get('response_type') !== 'code') {
    return errorPage('The response_type must be "code".');
  }
  // Upwork: permissions are ticked on the key. A scope is rejected; n8n's empty one is accepted.
  if (params.get('scope')) return json(400, { error: 'invalid_scope' });
  return { key, callback, redirectUri };
}

function redirect(callback: URL, params: Record<string, string>, state: string | null): Reply {
  const target = new URL(callback);
  for (const [name, value] of Object.entries(params)) target.searchParams.set(name, value);
  if (state !== null) target.searchParams.set('state', state);
  return reply(302, 'text/plain', '', { Location: target.href });
}

/** The consent page for a key (GET), and the user's decision on it (POST of its form). */
export function authorize(
  tokens: TokenStore,
  registered: string | null,
): { ask: Handler; decide: Handler } {
  return {
    ask({ query }) {
      const request = read(query, registered);
      if ('status' in request) return request;
      return html(200, consentPage(request.key.name, request.redirectUri, [...query]));
    },
    decide({ body }) {
      const form = new URLSearchParams(body);
      const request = read(form, registered);
      if ('status' in request) return request;
      const params: Record<string, string> =
        form.get('decision') === 'allow'
          ? { code: tokens.issueCode(request.key, request.redirectUri) }
          : { error: 'access_denied' };
      return redirect(request.callback, params, form.get('state'));
    },
  };
}
