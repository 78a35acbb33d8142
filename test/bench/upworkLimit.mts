import { DEFAULT_OPTIONS } from '../sandbox/options.mts';

const { perSecond, perMinute } = DEFAULT_OPTIONS;

/**
 * The most requests that the limit lets through in a time, which no client can beat: ten at the very
 * start and ten more as each second is over, until the minute's 300 are gone; then the next minute's.
 */
export function mostRequests(seconds: number): number {
  const bursts = Math.floor(seconds % 60) + 1;
  return Math.floor(seconds / 60) * perMinute + Math.min(perMinute, bursts * perSecond);
}
