import type { Fault } from './fault';

type Words = Pick<Fault, 'kind' | 'message' | 'description'> &
  Partial<Pick<Fault, 'passing' | 'notExecuted'>>;

interface HttpCase {
  is(status: number, isPage: boolean): boolean;
  words(status: number): Words;
}

/** What an HTTP status other than 200 means; the first case that fits decides. */
const CASES: readonly HttpCase[] = [
  {
    is: (status) => status === 429,
    words: () => ({
      kind: 'rateLimited',
      message: 'Upwork received too many requests from this IP address',
      description:
        'Upwork allows 10 requests per second, 300 per minute and 40,000 per day for each IP address. Run fewer workflows at the same time, or lower "Requests per Minute" in the credentials of all programs that share the address.',
      passing: true,
    }),
  },
  {
    is: (status) => status === 408 || status >= 500,
    words: (status) => ({
      kind: 'unavailable',
      message: `Upwork is not available at the moment (HTTP ${status})`,
      description: 'The fault is on the side of Upwork. Try again later.',
      passing: true,
      notExecuted: false,
    }),
  },
  {
    is: (status, isPage) => status === 403 && isPage,
    words: () => ({
      kind: 'refused',
      message: "Upwork's web protection blocked the request (HTTP 403)",
      description:
        'Cloudflare answered instead of the API. It blocks some hosting addresses and proxies: try from another network, or wait some hours.',
    }),
  },
  {
    is: (status) => status >= 300 && status < 400,
    words: (status) => ({
      kind: 'refused',
      message: `Upwork refused the request (HTTP ${status})`,
      description:
        'Upwork redirected the request to another address. The access token is never sent there.',
    }),
  },
];

const OTHERWISE: HttpCase['words'] = (status) => ({
  kind: 'refused',
  message: `Upwork refused the request (HTTP ${status})`,
  description: 'Check the parameters of the node and the credential.',
});

/** The fault that an HTTP status other than 200 stands for. `isPage`: the body is text, not JSON. */
export function httpFault(status: number, isPage: boolean, retryAfterMs?: number): Fault {
  const { words } = CASES.find(({ is }) => is(status, isPage)) ?? { words: OTHERWISE };
  const waits = status === 429 || status === 408 || status >= 500;
  return {
    passing: false,
    notExecuted: true,
    httpStatus: status,
    ...words(status),
    ...(waits && retryAfterMs !== undefined && { retryAfterMs }),
  };
}
