import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { systemClock } from '../api';
import type { Clock } from '../api';
import { attempt } from '../attempt';
import { noteFailure, noteSuccess } from './failures';
import { isActivation, isLeased, JITTER_MS } from './n8nPoll';
import { isOutdated, latestState, nextVersion, pollMemory, rememberState } from './pollMemory';
import type { PollMemory } from './pollMemory';
import type { Delivery } from './properties';
import type { EventRecord, Reading } from './source';
import { readStored } from './storedTrigger';
import type { StoredTrigger } from './storedTrigger';
import { watch } from './watch';
import type { Watch } from './watch';

/** How many records "Fetch Test Event" shows. */
const TEST_RECORDS = 10;

/**
 * One poll of the chosen event: its new records, or null when there are none. Polls don't overlap, and none is made in
 * the pause after a failed one. An activation takes precedence over a running poll: it has to tell whether the trigger
 * works, and n8n discards what a poll returns that began before it.
 */
export async function poll(
  context: IPollFunctions,
  clock: Clock = systemClock,
): Promise<INodeExecutionData[][] | null> {
  if (context.getMode() === 'manual') return await testEvent(context, clock);

  // n8n: static data has to be read before anything is awaited.
  const staticData = context.getWorkflowStaticData('node');
  const memory = pollMemory(`${context.getWorkflow().id ?? ''}/${context.getNode().id}`);
  const activates = isActivation(context, memory);
  if (!activates && (memory.running || clock.now() < memory.resumeAt)) return null;
  const hasLease = isLeased(context);
  if (hasLease && isOutdated(memory, readStored(staticData), clock.now())) return null;
  const current = {};
  memory.running = current;
  if (!activates) await clock.sleep(clock.random() * JITTER_MS);
  const result = await attempt(readNews(context, clock, memory, staticData));
  if (memory.running !== current) return null;
  memory.running = null;

  if (result.status === 'rejected') {
    noteFailure(context, memory, clock, result.reason, activates);
    return null;
  }
  const { emitted, next, failures } = result.value;
  const emits = emitted.length > 0;
  noteSuccess(context, memory, failures, { emits, activates });
  // Only n8n knows whether it emits what a poll with a lease has returned.
  if (!hasLease) rememberState(memory, readStored(staticData), next, emits);
  if (hasLease || emits) memory.handedOver = { version: next.version, at: clock.now() };
  // A new object, and only now: n8n saves no changes inside one, and a failed poll changes nothing.
  staticData.trigger = next;
  return toItems(emitted);
}

/** What a poll emits, and what is to be stored then. */
interface News {
  emitted: EventRecord[];
  next: StoredTrigger;
  failures: readonly unknown[];
}

async function readNews(
  context: IPollFunctions,
  clock: Clock,
  memory: PollMemory,
  staticData: IDataObject,
): Promise<News> {
  const now = clock.now();
  const watched = watch(context, clock);
  const stored = readStored(staticData);
  const known = latestState(memory, stored);
  const trigger = stateFor(watched, known, now);
  if (trigger !== known) {
    // What happened before this moment is past, even if nothing can be read yet.
    staticData.trigger = trigger;
    rememberState(memory, stored, trigger, false);
  }
  const reading = await watched.read(trigger.source, trigger.activatedAt);
  const showsNothing = reading.news.length === 0 && reading.existing.length === 0;
  if (!trigger.hasStarted && showsNothing) await warnOfWrongSide(context, watched);
  const existing = trigger.hasStarted
    ? []
    : await latestExisting(watched, reading, trigger.activatedAt);
  const { emitted, waiting } = choose(reading.news, existing, watched.delivery);
  const source = reading.settle(new Set(waiting.map(({ id }) => id)));
  const next = {
    ...trigger,
    version: nextVersion(),
    polledAt: now,
    hasStarted: true,
    source,
  };
  return { emitted, next, failures: reading.failures };
}

/** Such a trigger would never fire, without an error. */
async function warnOfWrongSide({ logger }: IPollFunctions, { whyNone }: Watch): Promise<void> {
  const advice = await whyNone();
  if (advice) logger.warn(`Upwork Trigger: ${advice.message}. ${advice.description}`);
}

/** The known state, or one to begin with: for another account with what happened since the last poll. */
function stateFor(
  { event, account, source }: Watch,
  known: StoredTrigger | undefined,
  now: number,
): StoredTrigger {
  const isSameEvent = known?.event === event;
  if (isSameEvent && known.account === account) return known;
  const activatedAt = (isSameEvent ? known.polledAt : null) ?? now;
  return {
    format: 2,
    version: nextVersion(),
    event,
    account,
    activatedAt,
    polledAt: null,
    hasStarted: isSameEvent && known.hasStarted,
    source: source.begin(activatedAt),
  };
}

/** What the user wants of what existed at the start. A source reads no more of it than it needs. */
async function latestExisting(
  { delivery, latest }: Watch,
  { news, existing }: Reading,
  activatedAt: number,
): Promise<EventRecord[]> {
  const wanted = delivery.existing;
  if (existing.length >= wanted) return [...existing].sort(newestFirst).slice(0, wanted);
  const found = await latest(wanted + news.length);
  // What has just happened comes with the next poll.
  const old = found.filter(({ at }) => at !== null && at <= activatedAt);
  return [...old].sort(newestFirst).slice(0, wanted);
}

/** What is emitted now, oldest first. The rest waits. */
function choose(
  news: readonly EventRecord[],
  existing: readonly EventRecord[],
  { limitPerPoll }: Delivery,
): { emitted: EventRecord[]; waiting: EventRecord[] } {
  const sorted = [...news].sort(newestFirst).reverse();
  return {
    emitted: [...[...existing].reverse(), ...sorted.slice(0, limitPerPoll)],
    waiting: sorted.slice(limitPerPoll),
  };
}

/** Records without a time have just been listed. */
function newestFirst(a: EventRecord, b: EventRecord): number {
  const [first, second] = [a.at ?? Infinity, b.at ?? Infinity];
  if (first !== second) return first > second ? -1 : 1;
  return a.id > b.id ? -1 : 1;
}

/** Shows the latest records, and leaves the state alone. */
async function testEvent(
  context: IPollFunctions,
  clock: Clock,
): Promise<INodeExecutionData[][] | null> {
  const { latest, records, whyNone } = watch(context, clock);
  const found = await latest(TEST_RECORDS);
  if (found.length > 0) return toItems([...found].sort(newestFirst).reverse());
  const { message, description } = (await whyNone()) ?? {
    message: `Upwork shows no ${records} that match these settings right now`,
    description: 'The trigger will still fire when there is one. To see test data, widen them.',
  };
  throw new NodeOperationError(context.getNode(), message, { description, level: 'warning' });
}

function toItems(records: readonly EventRecord[]): INodeExecutionData[][] | null {
  if (records.length === 0) return null;
  return [records.map((record) => ({ json: record.output() }))];
}
