import { jsonObject } from './json.mts';

/** n8n's internal REST API, as the editor uses it: JSON in and out, and a session cookie. */
export class Rest {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** Sends a request and returns the `data` of the response. Throws n8n's own message. */
  async send(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#url}/rest${path}`, {
      method,
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`n8n: ${method} ${path}: ${response.status} ${reason(text)}`);
    this.#keepCookie(response);
    return jsonObject(JSON.parse(text)).data;
  }

  /** Opens a page of n8n as the signed-in user's browser would. */
  async page(url: string): Promise<string> {
    const response = await fetch(url, { headers: { cookie: this.#cookie } });
    return await response.text();
  }

  /** A file that the editor loads, under the root, not under /rest. */
  async file(path: string): Promise<unknown> {
    return JSON.parse(await this.page(this.#url + path));
  }

  #keepCookie(response: Response): void {
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1).join(''));
    if (cookies.length > 0) this.#cookie = cookies.join('; ');
  }
}

function reason(text: string): string {
  try {
    return String(jsonObject(JSON.parse(text)).message);
  } catch {
    return text.slice(0, 200);
  }
}
