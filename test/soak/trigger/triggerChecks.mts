import type { EventFigures, TriggerFigures } from './triggerFigures.mts';

const LARGEST_STATE = 64 * 1024;
const SHOWN_KEYS = 5;

/** What the figures of a soak test say against the claim that a trigger loses and repeats nothing. */
export function failedTriggerChecks({ events, endedEarly }: TriggerFigures): string[] {
  const early = endedEarly === undefined ? [] : [`It ended early. ${endedEarly}`];
  return [...early, ...events.flatMap(problemsOf)];
}

function problemsOf(figures: EventFigures): string[] {
  const { appeared, lost, repeated, unexpected, failedOtherwise, stateBytes } = figures;
  const problems: [boolean, string][] = [
    [appeared === 0, 'nothing appeared'],
    [lost.length > 0, `lost: ${some(lost)}`],
    [repeated.length > 0, `emitted twice: ${some(repeated)}`],
    [unexpected.length > 0, `emitted although not new: ${some(unexpected)}`],
    [failedOtherwise.length > 0, `failed executions:\n  ${failedOtherwise.join('\n  ')}`],
    [stateBytes > LARGEST_STATE, `it remembers ${stateBytes} bytes, more than ${LARGEST_STATE}`],
  ];
  return problems
    .filter(([isProblem]) => isProblem)
    .map(([, problem]) => `${figures.event}: ${problem}.`);
}

/** How many there are, and the first few. */
function some(keys: string[]): string {
  const shown = keys.slice(0, SHOWN_KEYS).join(', ');
  return `${keys.length} (${shown}${keys.length > SHOWN_KEYS ? ', …' : ''})`;
}
