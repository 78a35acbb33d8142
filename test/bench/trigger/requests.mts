import { startSandbox } from '../../sandbox/index.mts';
import { Instance } from '../../core/instance.mts';
import { FakeClock } from '../../unit/fakeClock.mts';
import { credentialFor } from '../sandboxCredential.mts';
import { EVENTS } from './events.mts';

const POLL_INTERVAL_MS = 5 * 60_000;
const IDLE_POLLS = 50;
const NEW = 100;
/** Some of them may only be found by a sweep. */
const MAX_POLLS = 12;
/** So many records appear in so many polls. */
const MANY = { records: 10_000, polls: 20 };

/** What an event asks of Upwork and of n8n's database. */
export interface TriggerFigures {
  event: string;
  /** On average, over four hours. */
  perIdlePoll: number;
  per100New: number;
  /** After 10,000 records within the overlap window. */
  stateBytes: number;
}

/** Runs each event on a clock of its own. */
export async function triggerFigures(): Promise<TriggerFigures[]> {
  const figures: TriggerFigures[] = [];
  for (const event of Object.keys(EVENTS)) figures.push(await figuresOf(event));
  return figures;
}

async function figuresOf(event: string): Promise<TriggerFigures> {
  const { parameters = {}, add } = EVENTS[event] ?? {};
  const clock = new FakeClock();
  const sandbox = await startSandbox({
    perSecond: 0,
    perMinute: 0,
    perDay: 0,
    now: () => clock.now(),
  });
  const { control } = sandbox;
  const n8n = new Instance(credentialFor(sandbox));

  /** Adds records and polls until all of them are emitted; returns the requests. */
  const emitAll = async (count: number): Promise<number> => {
    clock.advance(POLL_INTERVAL_MS);
    add?.(control, count);
    control.resetStats();
    for (let emitted = 0, polls = 0; emitted < count; polls++) {
      if (polls === MAX_POLLS) throw new Error(`${event} emitted ${emitted} of ${count} records`);
      emitted += (await n8n.poll())?.length ?? 0;
      clock.advance(POLL_INTERVAL_MS);
    }
    return control.stats().requests.graphql;
  };

  try {
    await n8n.activate({ event, ...parameters }, clock);
    await poll(IDLE_POLLS / 5);
    control.resetStats();
    await poll(IDLE_POLLS);
    const idle = control.stats().requests.graphql;
    const per100New = await emitAll(NEW);
    for (let round = 0; round < MANY.polls; round++) await emitAll(MANY.records / MANY.polls);
    return {
      event,
      perIdlePoll: idle / IDLE_POLLS,
      per100New,
      stateBytes: n8n.storedStaticData.length,
    };
  } finally {
    await sandbox.close();
  }

  async function poll(count: number): Promise<void> {
    for (let number = 0; number < count; number++) {
      clock.advance(POLL_INTERVAL_MS);
      if (await n8n.poll()) throw new Error(`${event} was not idle`);
    }
  }
}
