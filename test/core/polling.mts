import { PollContext } from 'n8n-core';
import { jsonParse, UnexpectedError } from 'n8n-workflow';
import type {
  IDataObject,
  INode,
  IWorkflowExecuteAdditionalData,
  Workflow,
  WorkflowActivateMode,
} from 'n8n-workflow';

import type { Clock } from '../../nodes/Upwork/api/clock.ts';
import { poll } from '../../nodes/Upwork/triggers/poll.ts';

/** n8n 2.41 tries to activate a trigger five times, and waits 1, 2, 4 and 8 seconds in between; n8n 1 tries once. */
const TRIES = 5;
const FIRST_WAIT_MS = 1_000;
/** How long a poll may take where n8n schedules polls durably. */
const DURABLE_BUDGET_MS = 36_000;

/** A workflow with one trigger node. */
export interface TriggerWorkflow {
  node: INode;
  additionalData: IWorkflowExecuteAdditionalData;
  clock: Clock;
  load: (staticData: IDataObject) => Workflow;
}

/** n8n's database, as far as the workflow is concerned. */
export interface Database {
  /** JSON. */
  staticData: string;
}

interface Activation {
  trigger: TriggerWorkflow;
  workflow: Workflow;
  context: PollContext;
}

/** How n8n polls: which contexts it creates, which results it drops, and when it stores static data. */
export class Polling {
  private active: Activation | undefined;
  /** With durable cursors, n8n remembers its schedule, and doesn't poll when it starts. */
  private isScheduled = false;

  /** @param database what survives a restart; triggers of the same workflow share it */
  constructor(
    readonly database: Database,
    private readonly hasDurableCursors: boolean,
  ) {}

  /** Activates the trigger, or activates it again after an edit, even while a poll is under way. */
  async activate(trigger: TriggerWorkflow): Promise<IDataObject[] | null> {
    const workflow = this.load(trigger);
    if (this.isScheduled) {
      this.isScheduled = false;
      this.active = { trigger, workflow, context: contextOf(trigger, workflow, 'init') };
      return null;
    }
    for (let attempt = 1; ; attempt++) {
      const context = contextOf(trigger, workflow, 'activate');
      this.active = { trigger, workflow, context };
      const [result] = await Promise.allSettled([itemsOf(context, trigger.clock)]);
      if (result.status === 'fulfilled') {
        // With durable cursors, the first poll stores nothing unless it has emitted something.
        if (result.value || !this.hasDurableCursors) this.store(workflow);
        return result.value;
      }
      this.active = undefined;
      if (isN8n1(context)) throw result.reason;
      if (attempt === TRIES) {
        if (!this.hasDurableCursors) this.store(workflow);
        throw result.reason;
      }
      await trigger.clock.sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
    }
  }

  /** A scheduled poll of the active trigger. */
  async poll(): Promise<IDataObject[] | null> {
    return await this.schedule()();
  }

  /** With durable cursors, n8n reads what is stored when a poll is due, and only then begins the poll itself. */
  schedule(): () => Promise<IDataObject[] | null> {
    const { active } = this;
    if (!active) throw new UnexpectedError('The trigger is not active');
    const { workflow, context } = this.hasDurableCursors ? this.durably(active.trigger) : active;
    const before = stateOf(context);
    return async () => {
      const items = await itemsOf(context, active.trigger.clock);
      // n8n 2 drops what a poll returns if the workflow was activated again in the meantime.
      if (this.active !== active && !isN8n1(context)) return null;
      const isChanged = stateOf(context) !== before;
      if (this.hasDurableCursors ? isChanged : items) this.store(workflow);
      return items;
    };
  }

  /** The workflow is unpublished, even while a poll is under way. */
  deactivate(): void {
    this.active = undefined;
  }

  /** The process ends. */
  end(): void {
    this.isScheduled = this.hasDurableCursors && this.active !== undefined;
    this.active = undefined;
  }

  /** With durable cursors, each poll has its own context and a copy of what is stored. */
  private durably(trigger: TriggerWorkflow): Pick<Activation, 'workflow' | 'context'> {
    const workflow = this.load(trigger);
    const context = contextOf(trigger, workflow, 'update');
    Object.assign(context, { getPollBudgetMs: () => DURABLE_BUDGET_MS });
    return { workflow, context };
  }

  private load({ load }: TriggerWorkflow): Workflow {
    return load(jsonParse<IDataObject>(this.database.staticData));
  }

  /** n8n notices assignments, but no changes inside what was assigned since the workflow was loaded. */
  private store({ staticData }: Workflow): void {
    if (!staticData.__dataChanged && !this.hasDurableCursors) return;
    this.database.staticData = JSON.stringify(staticData);
    staticData.__dataChanged = false;
  }
}

/** Both kinds of n8n use a context for the poll at activation and for all scheduled ones after it. */
function contextOf(
  { node, additionalData }: TriggerWorkflow,
  workflow: Workflow,
  activation: WorkflowActivateMode,
): PollContext {
  return new PollContext(workflow, node, additionalData, 'trigger', activation);
}

const stateOf = (context: PollContext): string =>
  JSON.stringify(context.getWorkflowStaticData('node'));

const isN8n1 = (context: PollContext): boolean => !('getPollBudgetMs' in context);

/** What a poll emits. */
export async function itemsOf(context: PollContext, clock: Clock): Promise<IDataObject[] | null> {
  const output = await poll(context, clock);
  return output?.[0]?.map(({ json }) => json) ?? null;
}
