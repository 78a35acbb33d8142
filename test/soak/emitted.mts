import type { JsonObject } from '../n8n/json.mts';
import type { History } from './history.mts';

/** What a trigger has emitted, according to its executions in n8n. */
export class Emitted {
  readonly #byExecution = new Map<string, string[]>();
  readonly #trigger: string;
  readonly #keyOf: (item: JsonObject) => string;

  /** @param trigger the name of its node @param keyOf what an item is recognized by */
  constructor(trigger: string, keyOf = (item: JsonObject) => String(item.id)) {
    this.#trigger = trigger;
    this.#keyOf = keyOf;
  }

  /** The keys in no particular order, one for each time that a record was emitted. */
  get keys(): string[] {
    return [...this.#byExecution.values()].flat();
  }

  /** Reads the executions that have ended since the last call. */
  async update(history: History, workflowId: string): Promise<void> {
    for (const { id } of await history.all(workflowId)) {
      if (this.#byExecution.has(id)) continue;
      const execution = await history.read(id);
      const keys = execution?.startedWith(this.#trigger).map(this.#keyOf);
      if (keys) this.#byExecution.set(id, keys);
    }
  }
}
