import type { Clock } from '../clock';
import { RateLimiter } from '../rateLimiter';

/** One limiter per API host, shared by every node of the process: Upwork counts by IP address. */
const limiters = new Map<string, RateLimiter>();

/** The limiter of an API host. */
export function limiterFor(host: string, clock: Clock): RateLimiter {
  const limiter = limiters.get(host) ?? new RateLimiter(clock);
  limiters.set(host, limiter);
  return limiter;
}
