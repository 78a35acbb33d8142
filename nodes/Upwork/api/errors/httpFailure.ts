import { DateTime } from 'luxon';

import type { ApiFailure } from './failure';

type FailureText = Pick<ApiFailure, 'kind' | 'message' | 'description'> &
  Partial<Pick<ApiFailure, 'retryable' | 'notExecuted'>>;

interface StatusRule {
  matches(status: number, isPage: boolean): boolean;
  text(status: number, until: string): FailureText;
}

/** What an HTTP status other than 200 means; the first rule that matches decides. */
const RULES: readonly StatusRule[] = [
  {
    matches: (status) => status === 429,
    text: (_status, until) => ({
      kind: 'rateLimited',
      message: `Upwork received too many requests from this IP address${until}`,
      description:
        "Upwork allows 10 requests per second and 300 per minute for each IP address, and 40,000 per day. Run fewer workflows at the same time, or lower 'Requests per Minute' in the credentials of all programs that share the address.",
      retryable: true,
    }),
  },
  {
    matches: (status) => status === 408 || status >= 500,
    text: (status) => ({
      kind: 'unavailable',
      message: `Upwork is not available at the moment (HTTP ${status})`,
      description: "The problem is on Upwork's side. Try again later.",
      retryable: true,
      notExecuted: false,
    }),
  },
  {
    matches: (status, isPage) => status === 403 && isPage,
    text: () => ({
      kind: 'blocked',
      message: "Upwork's web protection blocked the request (HTTP 403)",
      description:
        'The response came from Cloudflare, not from the API. Cloudflare blocks some hosting addresses and proxies: try from another network, or wait a few hours.',
      retryable: true,
    }),
  },
  {
    matches: (status) => status >= 300 && status < 400,
    text: (status) => ({
      kind: 'httpError',
      message: `Upwork refused the request (HTTP ${status})`,
      description:
        'Upwork redirected the request to another address. The access token is never sent there.',
    }),
  },
];

const FALLBACK: StatusRule['text'] = (status) => ({
  kind: 'httpError',
  message: `Upwork refused the request (HTTP ${status})`,
  description: 'Check the parameters of the node and the credential.',
});

/** How long Upwork asked to wait, and when it asked, in epoch milliseconds. */
interface RetryAfter {
  ms: number;
  now: number;
}

/** The failure for an HTTP status other than 200. `isPage`: the body is text, not JSON. */
export function httpFailure(
  status: number,
  isPage: boolean,
  retryAfter?: RetryAfter | null,
): ApiFailure {
  const { text } = RULES.find(({ matches }) => matches(status, isPage)) ?? { text: FALLBACK };
  const honorsRetryAfter = status === 429 || status === 408 || status >= 500;
  return {
    retryable: false,
    notExecuted: true,
    httpStatus: status,
    ...text(status, retryAfter ? ` and accepts none until ${retryAt(retryAfter)}` : ''),
    ...(honorsRetryAfter && retryAfter && { retryAfterMs: retryAfter.ms }),
  };
}

function retryAt({ ms, now }: RetryAfter): string {
  const seconds = Math.ceil((now + ms) / 1_000);
  return DateTime.fromSeconds(seconds).toUTC().toFormat("yyyy-MM-dd HH:mm:ss 'UTC'");
}
