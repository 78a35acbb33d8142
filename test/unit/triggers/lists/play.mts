import { listsSource } from '../../../../nodes/Upwork/triggers/sources/lists/listsSource.ts';
import type { WatchedList } from '../../../../nodes/Upwork/triggers/sources/lists/listsSource.ts';
import type {
  EventSource,
  PollTime,
  SourceState,
} from '../../../../nodes/Upwork/triggers/source.ts';
import type { Change, Disturbance, History } from './histories.mts';
import { MINUTE, UpworkModel } from './upworkModel.mts';
import type { Listed, ModelRecord } from './upworkModel.mts';

const WINDOW_MS = 60 * MINUTE;
const LIMIT_PER_POLL = 7;
const QUIET: Disturbance = { duringRead: [], failsAtPage: undefined, pages: 1_000 };

/** What came of a history. */
export interface Played {
  emitted: string[];
  /** What has to be emitted: news that are listed to the end, and that a poll could see in their window. */
  expected: Listed[];
  /** What existed at the activation. */
  before: ReadonlySet<string>;
  stateSize: number;
  /** Whether records moved while all was read for the first time, which hides one of them. */
  movedAtStart: boolean;
}

/** n8n, which polls, and stores the state only with what was emitted and at the activation. */
class Workflow {
  readonly emitted: string[] = [];
  readonly shown = new Set<string>();
  /** When all was read for the first time, as far as n8n has stored it. What has no time and is there then exists already. */
  startedAt = Infinity;
  stateSize = 0;
  movedAtStart = false;
  private state: SourceState;
  private stored: string;

  constructor(
    private readonly upwork: UpworkModel,
    private readonly activatedAt: number,
  ) {
    this.state = this.source(QUIET).source.begin(activatedAt);
    this.stored = JSON.stringify(this.state);
  }

  store(): void {
    this.stored = JSON.stringify(this.state);
    this.stateSize = Math.max(this.stateSize, this.stored.length);
  }

  restart(): void {
    this.state = JSON.parse(this.stored) as SourceState;
  }

  async poll(disturbance: Disturbance = QUIET): Promise<void> {
    const listed = [...this.upwork.all];
    const startedAt = this.upwork.now;
    const { source, time } = this.source(disturbance);
    const [result] = await Promise.allSettled([source.read(this.state, time)]);
    if (result.status === 'rejected') {
      if (disturbance.failsAtPage === undefined) throw result.reason;
      return;
    }
    const reading = result.value;
    if (hasReadNothing(this.state)) {
      this.startedAt = startedAt;
      this.movedAtStart ||= disturbance.duringRead.some(
        (one) => one && ('close' in one || 'renew' in one),
      );
    }
    const sorted = [...reading.news].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
    const emitted = sorted.slice(0, LIMIT_PER_POLL);
    this.emitted.push(...emitted.map(({ id }) => id));
    this.state = reading.settle(new Set(sorted.slice(LIMIT_PER_POLL).map(({ id }) => id)));
    if (emitted.length > 0) this.store();
    for (const { id, at } of listed) {
      if (at === null || startedAt - at <= WINDOW_MS) this.shown.add(id);
    }
  }

  private source({ duringRead, failsAtPage, pages }: Disturbance): {
    source: EventSource;
    time: PollTime;
  } {
    let read = 0;
    const beforePage = (page: number) => {
      read = Math.max(read, page);
      if (page === failsAtPage) throw new Error('the network failed');
      const happening = duringRead[page - 2];
      if (happening) apply(this.upwork, happening);
    };
    const lists = ['a', 'b'].map(
      (name): WatchedList<ModelRecord> => ({
        key: name,
        pages: this.upwork.list(name, beforePage),
        matches: () => true,
      }),
    );
    const source = listsSource({
      lists,
      toEvent: ({ id, at }) => ({ id, at, output: () => ({ id }) }),
    });
    const { now } = this.upwork;
    return {
      source,
      time: {
        activatedAt: this.activatedAt,
        now,
        hasTime: () => read < pages,
        windowMs: WINDOW_MS,
      },
    };
  }
}

const hasReadNothing = (state: SourceState): boolean =>
  state.kind === 'lists' && Object.keys(state.lists).length === 0;

function apply(upwork: UpworkModel, happening: Change): void {
  if ('publish' in happening) {
    const { publish, lists } = happening;
    upwork.publish(publish === null ? null : upwork.now - publish * MINUTE, lists);
  } else if ('renew' in happening) upwork.renew(happening.renew);
  else upwork.close(happening.close);
}

export async function play({
  tellsRenewal,
  existing,
  activation,
  steps,
}: History): Promise<Played> {
  const upwork = new UpworkModel(tellsRenewal);
  for (const { age, lists } of existing) upwork.publish(upwork.now - age * MINUTE, lists);
  const before = new Set(upwork.all.map(({ id }) => id));
  const activatedAt = upwork.now;
  const workflow = new Workflow(upwork, activatedAt);
  await workflow.poll(activation);
  workflow.store();
  for (const { minutes, changes, restarts, ...disturbance } of steps) {
    upwork.now += minutes * MINUTE;
    for (const happening of changes) apply(upwork, happening);
    if (restarts) workflow.restart();
    await workflow.poll(disturbance);
  }
  // Undisturbed polls emit what limits and faults left over.
  for (let quiet = 0; quiet < 40; quiet++) {
    upwork.now += MINUTE;
    await workflow.poll();
  }
  return {
    emitted: workflow.emitted,
    expected: upwork.all.filter(
      ({ id, at, listedAt }) =>
        workflow.shown.has(id) &&
        listedAt > activatedAt &&
        (at === null ? listedAt > workflow.startedAt : at > activatedAt),
    ),
    before,
    stateSize: workflow.stateSize,
    movedAtStart: workflow.movedAtStart,
  };
}
