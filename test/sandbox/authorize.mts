import type { Handler, Reply } from './http.mts';
import { html, json, reply } from './http.mts';
import { keyOf, type Key } from './keys.mts';
import { consentPage, escapeHtml, page } from './pages.mts';
import type { TokenStore } from './tokens.mts';

interface Asked {
  key: Key;
  callback: URL;
  redirectUri: string;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function mistake(text: string): Reply {
  return html(400, page('Local sandbox: this cannot work', `<p>${escapeHtml(text)}</p>`));
}

function allowedCallback(redirectUri: string, registered: string | null): URL | null {
  if (!URL.canParse(redirectUri)) return null;
  const callback = new URL(redirectUri);
  const isRight =
    registered === null ? LOOPBACK.test(callback.hostname) : redirectUri === registered;
  return isRight ? callback : null;
}

/** Checks what an application asks for; what is wrong comes back as the page that says so. */
function read(params: URLSearchParams, registered: string | null): Asked | Reply {
  const key = keyOf(params.get('client_id'));
  if (!key) return mistake('No key with this client_id: copy the one that the sandbox printed.');
  const redirectUri = params.get('redirect_uri') ?? '';
  const callback = allowedCallback(redirectUri, registered);
  if (!callback) {
    const wanted = registered ?? 'any address on this machine (localhost)';
    return mistake(`The redirect_uri "${redirectUri}" is not the callback of the key: ${wanted}.`);
  }
  if (params.get('response_type') !== 'code') {
    return mistake('The response_type must be "code".');
  }
  // Upwork: permissions are ticked on the key. A scope is refused; n8n's empty one passes.
  if (params.get('scope')) return json(400, { error: 'invalid_scope' });
  return { key, callback, redirectUri };
}

function redirect(callback: URL, answer: Record<string, string>, state: string | null): Reply {
  const target = new URL(callback);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  if (state !== null) target.searchParams.set('state', state);
  return reply(302, 'text/plain', '', { Location: target.href });
}

/** The consent page of a key (GET), and the person's decision on it (POST of its form). */
export function authorize(
  tokens: TokenStore,
  registered: string | null,
): { ask: Handler; decide: Handler } {
  return {
    ask({ query }) {
      const asked = read(query, registered);
      if ('status' in asked) return asked;
      return html(200, consentPage(asked.key.name, asked.redirectUri, [...query]));
    },
    decide({ body }) {
      const form = new URLSearchParams(body);
      const asked = read(form, registered);
      if ('status' in asked) return asked;
      const answer: Record<string, string> =
        form.get('decision') === 'allow'
          ? { code: tokens.issueCode(asked.key, asked.redirectUri) }
          : { error: 'access_denied' };
      return redirect(asked.callback, answer, form.get('state'));
    },
  };
}
