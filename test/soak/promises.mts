import type { Figures } from './figures.mts';

/** What the figures of a soak say against the promise that a connection never needs a hand. */
export function brokenPromises(
  figures: Figures,
  wanted: { expiries: number; kills: number },
): string[] {
  const { expiries, kills, tokenCalls, otherFailures } = figures;
  // The connection itself; and n8n can be killed when it has fetched new tokens and not yet stored them.
  const allowedTokenCalls = expiries + 1 + kills;
  const problems: [boolean, string][] = [
    [figures.endedEarly !== undefined, `It ended early. ${figures.endedEarly ?? ''}`],
    [expiries < wanted.expiries, `Only ${expiries} expiries, not ${wanted.expiries}.`],
    [kills < wanted.kills, `Only ${kills} kills, not ${wanted.kills}.`],
    [tokenCalls > allowedTokenCalls, `More than ${allowedTokenCalls} token calls: ${tokenCalls}.`],
    [figures.tokenCallsRefused > 0, `Refused token calls: ${figures.tokenCallsRefused}.`],
    [figures.reconnects > 0, `Reconnects: ${figures.reconnects}.`],
    [otherFailures.length > 0, `No kill explains:\n  ${otherFailures.join('\n  ')}`],
    [figures.pollsPutOff > 0, `Polls that met a fault and were put off: ${figures.pollsPutOff}.`],
    [figures.emittedWrongly > 0, `Emitted twice or though not new: ${figures.emittedWrongly}.`],
    [figures.lost > 0, `Jobs lost: ${figures.lost}.`],
  ];
  return problems.filter(([isBroken]) => isBroken).map(([, problem]) => problem);
}
