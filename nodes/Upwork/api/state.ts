import type DataLoader from 'dataloader';

import type { UpworkContext } from './context';
import type { Clock } from './clock';
import type { ApiFailure, ErrorText, Outcome } from './errors/failure';
import { RateLimiter } from './rateLimit/rateLimiter';

// Everything that outlives a request. Both nodes share it, because they are in one bundle.

/** By API host: Upwork counts requests by IP address, so every node of the process shares a limiter. */
const limiters = new Map<string, RateLimiter>();

export function limiterFor(host: string, clock: Clock): RateLimiter {
  const limiter = limiters.get(host) ?? new RateLimiter(clock);
  limiters.set(host, limiter);
  return limiter;
}

/** The rate limit headers of a 429, by name. */
export type LimitHeaders = Readonly<Record<string, string>>;

const limitHeaders = new WeakMap<RateLimiter, LimitHeaders>();

/** Keeps those of the latest 429. Upwork: whether there are any is not known. */
export function rememberLimitHeaders(
  limiter: RateLimiter,
  headers: Readonly<Record<string, unknown>>,
): void {
  const named = Object.entries(headers).filter(([name]) => /^retry-after$|rate-?limit/i.test(name));
  limitHeaders.set(
    limiter,
    Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), String(value)])),
  );
}

/** Those of the latest 429; null if this process has received none. */
export const latestLimitHeaders = (limiter: RateLimiter): LimitHeaders | null =>
  limitHeaders.get(limiter) ?? null;

/** What is known of a credential. */
export interface CredentialState {
  /** The renewal of its token, if one is in progress. */
  renewal?: Promise<ApiFailure | undefined> | undefined;
  /** The last request that began without a token. */
  firstRequest?: Promise<unknown> | undefined;
  /** What Upwork did not return or accept, so that it isn't requested again each time. */
  unavailable?: { token: string | undefined; fields: UnavailableFields };
  /** The last warning in the log: a poll that repeats it each minute logs it once. */
  lastWarning?: string;
}

/** Fields that Upwork does not return, as `Type.field`, and inputs that it does not accept. */
export interface UnavailableFields {
  /** The key has no permission for them. */
  blocked: ReadonlySet<string>;
  /** Upwork's API no longer has them. */
  undefined: ReadonlySet<string>;
  /** Arguments as `field(argument:)` and input fields as `InputType.field` that it no longer has. */
  undefinedInputs: ReadonlySet<string>;
}

const credentials = new Map<string, CredentialState>();

/** By n8n's ID of the credential. */
export function credentialState(credentialId: string): CredentialState {
  const state = credentials.get(credentialId) ?? {};
  credentials.set(credentialId, state);
  return state;
}

/** What the items of an execution, or the requests of a poll, share. */
export interface ExecutionState {
  /** The hints shown so far: equal ones are shown once, however many items there are. */
  readonly hints: Set<string>;
  /** The advice on the organization, by the organization's id. */
  readonly advice: Map<string, Promise<ErrorText | null>>;
  /** Collects the reads of many items into one request. */
  readonly loaders: Map<string, DataLoader<object, Outcome<unknown>>>;
}

const executions = new WeakMap<UpworkContext, ExecutionState>();

export function executionState(context: UpworkContext): ExecutionState {
  const state = executions.get(context) ?? {
    hints: new Set(),
    advice: new Map(),
    loaders: new Map(),
  };
  executions.set(context, state);
  return state;
}

/** Begins a poll. n8n: all polls after an activation have the same context. */
export function beginPoll(context: UpworkContext): void {
  executions.delete(context);
}
