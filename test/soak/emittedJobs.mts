import { NEW_JOBS_NODE } from '../n8n/workflows.mts';
import type { History } from './history.mts';

/** The jobs that the trigger has emitted, according to its executions in n8n. */
export class EmittedJobs {
  readonly #byExecution = new Map<string, string[]>();

  /** The IDs in no particular order, one for each time that a job was emitted. */
  get ids(): string[] {
    return [...this.#byExecution.values()].flat();
  }

  /** Reads the new executions. Must be called before there are more than 100 of them. */
  async update(history: History, workflowId: string): Promise<void> {
    for (const { id } of await history.newest(workflowId)) {
      if (this.#byExecution.has(id)) continue;
      const execution = await history.read(id);
      const jobs = execution?.output(NEW_JOBS_NODE).map((job) => String(job.id));
      if (jobs) this.#byExecution.set(id, jobs);
    }
  }
}
