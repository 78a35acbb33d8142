import type { Figures } from './figures.mts';

/**
 * What the figures of a soak test say against the claim that a connection never needs attention.
 */
export function failedChecks(
  figures: Figures,
  required: { expiries: number; kills: number },
): string[] {
  const { expiries, kills, tokenRequests, otherFailures } = figures;
  // One for connecting, and one per kill: n8n can be killed after fetching new tokens and before
  // storing them.
  const allowedTokenRequests = expiries + 1 + kills;
  const problems: [boolean, string][] = [
    [figures.endedEarly !== undefined, `It ended early. ${figures.endedEarly ?? ''}`],
    [expiries < required.expiries, `Only ${expiries} expiries, not ${required.expiries}.`],
    [kills < required.kills, `Only ${kills} kills, not ${required.kills}.`],
    [
      tokenRequests > allowedTokenRequests,
      `More than ${allowedTokenRequests} token requests: ${tokenRequests}.`,
    ],
    [figures.tokenRequestsRefused > 0, `Refused token requests: ${figures.tokenRequestsRefused}.`],
    [figures.reconnects > 0, `Reconnects: ${figures.reconnects}.`],
    [otherFailures.length > 0, `Not caused by a kill:\n  ${otherFailures.join('\n  ')}`],
    [
      figures.pollsPostponed > 0,
      `Polls that failed and were postponed: ${figures.pollsPostponed}.`,
    ],
    [
      figures.emittedByMistake > 0,
      `Emitted twice or although not new: ${figures.emittedByMistake}.`,
    ],
    [figures.lost > 0, `Jobs lost: ${figures.lost}.`],
  ];
  return problems.filter(([isProblem]) => isProblem).map(([, problem]) => problem);
}
