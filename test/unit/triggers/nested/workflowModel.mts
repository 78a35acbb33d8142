import { jsonParse } from 'n8n-workflow';

import { nestedSource } from '../../../../nodes/Upwork/triggers/sources/nested/nestedSource.ts';
import type { NestedState } from '../../../../nodes/Upwork/triggers/sources/nested/state.ts';
import type { EventRecord } from '../../../../nodes/Upwork/triggers/source.ts';
import { MINUTE } from './messagingModel.mts';
import type { MessagingModel } from './messagingModel.mts';

export const WINDOW = 6 * 60;

export interface Poll {
  /** How many pages there is time for. */
  pages?: number;
  /** How many messages are emitted at most. */
  cap?: number;
}

/** n8n, which polls and stores the state only with what was emitted. */
export class WorkflowModel {
  readonly emitted: string[] = [];
  readonly existing: string[] = [];
  readonly failures: unknown[] = [];
  private readonly activatedAt: number;
  private chosen: readonly number[] | undefined;
  private stored: string;
  private current: NestedState;

  constructor(private readonly upwork: MessagingModel) {
    this.activatedAt = upwork.now * MINUTE;
    this.current = this.source.begin(this.activatedAt) as NestedState;
    this.stored = JSON.stringify(this.current);
  }

  get state(): NestedState {
    return this.current;
  }

  /** Watches these rooms from now on. */
  choose(rooms: readonly number[] | undefined): void {
    this.chosen = rooms;
  }

  restart(): void {
    this.current = jsonParse<NestedState>(this.stored);
  }

  async poll({ pages = 1000, cap = 500 }: Poll = {}): Promise<string[]> {
    const { upwork } = this;
    const first = upwork.reads;
    const reading = await this.source.read(this.current, {
      activatedAt: this.activatedAt,
      now: upwork.now * MINUTE,
      windowMs: WINDOW * MINUTE,
      hasTime: () => upwork.reads < first + pages,
    });
    const news = [...reading.news].sort(oldestFirst);
    const emitted = news.slice(0, cap).map(({ id }) => id);
    const waiting = new Set(news.slice(cap).map(({ id }) => id));
    this.current = jsonParse<NestedState>(JSON.stringify(reading.settle(waiting)));
    if (emitted.length > 0) this.stored = JSON.stringify(this.current);
    this.existing.push(...reading.existing.map(({ id }) => id));
    this.failures.push(...reading.failures);
    this.emitted.push(...emitted);
    return emitted;
  }

  private get source() {
    return nestedSource(this.upwork.lists(this.chosen));
  }
}

const oldestFirst = (a: EventRecord, b: EventRecord): number =>
  (a.at ?? Infinity) === (b.at ?? Infinity) ? 0 : (a.at ?? Infinity) - (b.at ?? Infinity);
