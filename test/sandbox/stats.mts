import { SlidingWindow } from './limiter.mts';

/** What has happened since the start or the last reset. */
export interface Stats {
  requests: { graphql: number; token: number; authorize: number };
  /** GraphQL requests by operation name; `(anonymous)` without one. */
  operations: Record<string, number>;
  /** How often each root field was executed, as `Query.user`. */
  executed: Record<string, number>;
  refreshes: number;
  /** Access tokens that were used after they had expired. Each counts once, however often it was used. */
  expiriesMet: number;
  refused429: number;
  unauthorized401: number;
  tokensIssued: number;
  /** The most GraphQL requests (including rejected ones) in any second, and in any minute. */
  maxPerSecond: number;
  maxPerMinute: number;
  /** The most GraphQL requests that were processed at the same time. */
  maxConcurrent: number;
}

function emptyStats(): Stats {
  return {
    requests: { graphql: 0, token: 0, authorize: 0 },
    operations: {},
    executed: {},
    refreshes: 0,
    expiriesMet: 0,
    refused429: 0,
    unauthorized401: 0,
    tokensIssued: 0,
    maxPerSecond: 0,
    maxPerMinute: 0,
    maxConcurrent: 0,
  };
}

/** Counts what the sandbox sees and does. */
export class Counter {
  #stats = emptyStats();
  #second = new SlidingWindow(1000);
  #minute = new SlidingWindow(60_000);
  #concurrent = 0;

  /** A copy, so that later requests don't change it. */
  read(): Stats {
    return structuredClone(this.#stats);
  }

  reset(): void {
    this.#stats = emptyStats();
    this.#second = new SlidingWindow(1000);
    this.#minute = new SlidingWindow(60_000);
  }

  request(kind: keyof Stats['requests']): void {
    this.#stats.requests[kind] += 1;
  }

  graphqlArrived(now: number): void {
    this.request('graphql');
    this.#second.add(now);
    this.#minute.add(now);
    this.#stats.maxPerSecond = Math.max(this.#stats.maxPerSecond, this.#second.count(now));
    this.#stats.maxPerMinute = Math.max(this.#stats.maxPerMinute, this.#minute.count(now));
  }

  /** Processes a GraphQL request. */
  async processing<T>(respond: () => T | Promise<T>): Promise<T> {
    this.#concurrent += 1;
    this.#stats.maxConcurrent = Math.max(this.#stats.maxConcurrent, this.#concurrent);
    try {
      return await respond();
    } finally {
      this.#concurrent -= 1;
    }
  }

  operation(name: string): void {
    this.#stats.operations[name] = (this.#stats.operations[name] ?? 0) + 1;
  }

  executed(field: string): void {
    this.#stats.executed[field] = (this.#stats.executed[field] ?? 0) + 1;
  }

  add(what: 'refreshes' | 'expiriesMet' | 'refused429' | 'unauthorized401' | 'tokensIssued'): void {
    this.#stats[what] += 1;
  }
}
