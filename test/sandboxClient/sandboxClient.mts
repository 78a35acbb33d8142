import { isListOf, isNumber, isObject, isRecord, isString } from '../sandbox/guards.mts';
import { parseJson } from '../sandbox/http.mts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.mts';
import { AGENCY, CLIENT } from './ids.mts';

export interface SandboxResponse {
  status: number;
  headers: Headers;
  text: string;
  /** `undefined` if the text isn't JSON. */
  body: unknown;
}

export async function call(url: string, init?: RequestInit): Promise<SandboxResponse> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parseJson(text) };
}

export interface FoundJob {
  id: string;
  title: string;
  publishedDateTime: string;
}

export interface Found {
  jobs: FoundJob[];
  totalCount: number;
  endCursor: string;
}

interface SearchData {
  totalCount: number;
  edges: { node: FoundJob }[];
  pageInfo: { endCursor: string };
}

const isFoundJob = isRecord<FoundJob, object>(
  { id: isString, title: isString, publishedDateTime: isString },
  {},
);
const isEdge = isRecord<{ node: FoundJob }, object>({ node: isFoundJob }, {});
const isPageInfo = isRecord<{ endCursor: string }, object>({ endCursor: isString }, {});
const isSearchData = isRecord<{ marketplaceJobPostingsSearch: SearchData }, object>(
  {
    marketplaceJobPostingsSearch: isRecord<SearchData, object>(
      { totalCount: isNumber, edges: isListOf(isEdge), pageInfo: isPageInfo },
      {},
    ),
  },
  {},
);

const SEARCH = /* GraphQL */ `
  query FindJobs($filter: MarketplaceJobPostingsSearchFilter) {
    marketplaceJobPostingsSearch(
      marketPlaceJobFilter: $filter
      sortAttributes: [{ field: RECENCY }]
    ) {
      totalCount
      edges {
        node {
          id
          title
          publishedDateTime
        }
      }
      pageInfo {
        endCursor
      }
    }
  }
`;

/** A connected client of a sandbox, for its tests. */
export class SandboxClient {
  readonly #sandbox: Sandbox;
  accessToken: string;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.accessToken = sandbox.issueTokens().access_token;
  }

  send(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<SandboxResponse> {
    return this.sendText(JSON.stringify({ query, variables }), headers);
  }

  sendText(body: string, headers: Record<string, string> = {}): Promise<SandboxResponse> {
    return call(`${this.#sandbox.url}/graphql`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'sandbox-test',
        Authorization: `Bearer ${this.accessToken}`,
        ...headers,
      },
      body,
    });
  }

  token(
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<SandboxResponse> {
    return call(`${this.#sandbox.url}/api/v3/oauth2/token`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(form),
    });
  }

  /** Continues as a service account of the enterprise key, which can read everything. */
  async becomeEnterprise(): Promise<void> {
    const { clientId, clientSecret } = this.#sandbox.enterpriseKey;
    const { body } = await this.token({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    if (!isObject(body)) throw new Error('The enterprise key did not get a token');
    this.accessToken = String(body.access_token);
  }

  /** The data of a response, which must have no errors. */
  async data(...request: Parameters<SandboxClient['send']>): Promise<unknown> {
    const { text, body } = await this.send(...request);
    if (!isObject(body) || body.errors !== undefined)
      throw new Error(`Not a successful response: ${text}`);
    return body.data;
  }

  searchResponse(filter: Record<string, unknown>): Promise<SandboxResponse> {
    return this.send(SEARCH, { filter });
  }

  /** The newest jobs that match a filter. */
  async search(filter: Record<string, unknown>, first = 100, after = '0'): Promise<Found> {
    const { text, body } = await this.searchResponse({
      pagination_eq: { first, after },
      ...filter,
    });
    const data = isObject(body) ? body.data : undefined;
    if (!isSearchData(data)) throw new Error(`Not the response to a search: ${text}`);
    const { totalCount, edges, pageInfo } = data.marketplaceJobPostingsSearch;
    return { jobs: edges.map(({ node }) => node), totalCount, endCursor: pageInfo.endCursor };
  }
}

/** The headers for acting for another organization. */
export const AS_AGENCY = { 'X-Upwork-API-TenantId': AGENCY };
export const AS_CLIENT = { 'X-Upwork-API-TenantId': CLIENT };

/** The value at a path: `at(body, 'data', 'edges', 0)`; `undefined` if there is none. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)] as unknown;
    return isObject(inner) ? inner[key] : undefined;
  }, value);
}

/** 2026-11-20T12:00:00Z */
export const NOON = Date.UTC(2026, 10, 20, 12);

/**
 * Returns a function that starts a sandbox without limits and with a fixed time; each stops with
 * its test.
 */
export function sandboxForTests() {
  const started: Sandbox[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((sandbox) => sandbox.close()));
  });
  return async (options: Partial<SandboxOptions> = {}) => {
    const sandbox = await startSandbox({
      jobs: 50,
      perSecond: 0,
      perMinute: 0,
      now: () => NOON,
      ...options,
    });
    started.push(sandbox);
    return { sandbox, client: new SandboxClient(sandbox) };
  };
}
