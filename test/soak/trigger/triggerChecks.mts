import type { EventFigures, TriggerFigures } from './triggerFigures.mts';

const LARGEST_STATE = 64 * 1024;

/** What the figures of a soak test say against the claim that a trigger loses and repeats nothing. */
export function failedTriggerChecks({ events, endedEarly }: TriggerFigures): string[] {
  const early = endedEarly === undefined ? [] : [`It ended early. ${endedEarly}`];
  return [...early, ...events.flatMap(problemsOf)];
}

function problemsOf(figures: EventFigures): string[] {
  const { appeared, lost, repeated, unexpected, failedOtherwise, stateBytes } = figures;
  const problems: [boolean, string][] = [
    [appeared === 0, 'nothing appeared'],
    [lost > 0, `${lost} lost`],
    [repeated > 0, `${repeated} emitted twice`],
    [unexpected > 0, `${unexpected} emitted although not new`],
    [failedOtherwise.length > 0, `failed executions:\n  ${failedOtherwise.join('\n  ')}`],
    [stateBytes > LARGEST_STATE, `it remembers ${stateBytes} bytes, more than ${LARGEST_STATE}`],
  ];
  return problems
    .filter(([isProblem]) => isProblem)
    .map(([, problem]) => `${figures.event}: ${problem}.`);
}
