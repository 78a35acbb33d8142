import { NodeOperationError } from 'n8n-workflow';
import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { systemClock, upworkClient, withOrganizationAdvice } from '../api';
import type { Clock } from '../api';
import { pollParameters } from '../fields/nodeParameters';
import { readOrganizationId } from '../fields/organization';
import { withBackoff } from './backoff';
import { readBaseline, readNew } from './cursor';
import type { CursorLimits, CursorState } from './cursor';
import type { EventRecord, EventSource } from './event';
import { fieldsOf, optionFields } from './properties';
import { events } from './index';

/**
 * Reading 2,000 records takes about half a minute, and is only needed after n8n was off. How late
 * Upwork may list a job is not known; for most searches, ten minutes don't take a second page.
 */
const LIMITS: CursorLimits = {
  emitted: 500,
  remembered: 4_000,
  read: 2_000,
  latenessMs: 10 * 60_000,
};
/** n8n: a poll should end within 45 seconds. */
const POLL_TIMEOUT_MS = 40_000;
/** How many records "Fetch Test Event" shows. */
const TEST_RECORDS = 10;

/** One poll of the chosen event: its new records, or null when there are none. */
export async function poll(
  context: IPollFunctions,
  clock: Clock = systemClock,
): Promise<INodeExecutionData[][] | null> {
  if (context.getMode() === 'manual') {
    return await withAdvice(context, async () => await testRecords(context, clock));
  }
  const stored = context.getWorkflowStaticData('node');
  const id = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
  const read = async () => {
    const source = openSource(context, clock);
    const state = storedState(stored, source.scope);
    const next = state
      ? await readNew(source.pages(), state, LIMITS)
      : { emitted: [], state: await readBaseline(source.pages(), LIMITS), isTruncated: false };
    if (next.isTruncated) {
      context.logger.warn(
        `Upwork Trigger: more than ${LIMITS.read} new records since the last poll; the oldest of them are skipped`,
      );
    }

    // A new object, and only now: n8n saves no changes inside one, and a failed fetch changes nothing.
    stored.feed = { scope: source.scope, ...next.state };
    return toOutput(next.emitted.filter(({ matches }) => matches));
  };
  return await withBackoff(id, context, clock, async () => await withAdvice(context, read));
}

/** An error about the organization names those to choose from. */
async function withAdvice<T>(context: IPollFunctions, work: () => Promise<T>): Promise<T> {
  const organizationId = readOrganizationId(pollParameters(context, optionFields));
  return await withOrganizationAdvice({ context, organizationId, side: undefined }, work());
}

function openSource(context: IPollFunctions, clock: Clock): EventSource {
  const chosen = context.getNodeParameter('event');
  const event = events.find(({ value }) => value === chosen);
  if (!event) {
    throw new NodeOperationError(
      context.getNode(),
      `The event "${String(chosen)}" does not exist`,
      { level: 'warning' },
    );
  }
  const parameters = pollParameters(context, fieldsOf(event));
  const organizationId = readOrganizationId(parameters);
  const source = event.source(
    upworkClient(context, {
      organizationId,
      failOnBlockedFields: parameters.flag('options.failOnBlockedFields'),
      timeoutMs: POLL_TIMEOUT_MS,
      clock,
    }),
    parameters,
    clock.now(),
  );
  return { ...source, scope: [organizationId ?? '', source.scope].join(' ') };
}

/**
 * Static data may be anything that was once saved; another scope means that the user changed the
 * filters.
 */
function storedState(stored: object, scope: string): CursorState | undefined {
  const feed = 'feed' in stored ? stored.feed : undefined;
  const isState = (value: unknown): value is CursorState & { scope: string } =>
    typeof value === 'object' && value !== null && 'seen' in value && 'scope' in value;
  return isState(feed) && feed.scope === scope ? feed : undefined;
}

async function testRecords(
  context: IPollFunctions,
  clock: Clock,
): Promise<INodeExecutionData[][] | null> {
  for await (const { records } of openSource(context, clock).pages()) {
    const matching = records.filter(({ matches }) => matches).slice(0, TEST_RECORDS);
    if (matching.length > 0) return toOutput(matching.reverse());
  }
  throw new NodeOperationError(
    context.getNode(),
    'Nothing on Upwork matches these filters right now',
    {
      description: 'The trigger will still fire when something does. To see test data, widen them.',
      level: 'warning',
    },
  );
}

function toOutput(records: EventRecord[]): INodeExecutionData[][] | null {
  if (records.length === 0) return null;
  return [records.map(({ json }) => ({ json }))];
}
