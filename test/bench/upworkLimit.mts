import { DEFAULT_OPTIONS } from '../sandbox/options.mts';

const { perSecond, perMinute } = DEFAULT_OPTIONS;

/**
 * The most requests that the limit allows in a period: ten at the start and ten more after each
 * second, until the minute's 300 are used up; then those of the next minute.
 */
export function mostRequests(seconds: number): number {
  const bursts = Math.floor(seconds % 60) + 1;
  return Math.floor(seconds / 60) * perMinute + Math.min(perMinute, bursts * perSecond);
}
