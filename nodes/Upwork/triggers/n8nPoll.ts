import type { IPollFunctions } from 'n8n-workflow';

import type { PollMemory } from './pollMemory';

/** n8n: a poll has 45 seconds, and 80 % of them are its budget. */
const BUDGET_MS = 36_000;
/** So that triggers with the same poll time don't all call Upwork at once, a poll may begin this much later. */
export const JITTER_MS = 3_000;
/** What is left of it for the request that is under way when no other may begin. */
const RESERVE_MS = 10_000;
/** n8n: the budget of a poll that n8n doesn't schedule durably. One that it does has a lease of less. */
const NO_LEASE_MS = 5 * 60_000;

/** How long a poll may take once it has begun: `requestsMs` until its last request begins. */
export function budgetOf(context: IPollFunctions): { budgetMs: number; requestsMs: number } {
  const budgetMs = Math.min(BUDGET_MS, n8nBudget(context)) - JITTER_MS;
  return { budgetMs, requestsMs: Math.max(budgetMs - RESERVE_MS, budgetMs / 2) };
}

/** Whether n8n schedules the poll durably: it then holds a lease, and n8n alone knows what was emitted. */
export const isLeased = (context: IPollFunctions): boolean => n8nBudget(context) < NO_LEASE_MS;

/**
 * Whether this is the poll with which n8n activates the workflow. n8n: the polls after an activation have the same
 * context, or each has a lease.
 */
export function isActivation(context: IPollFunctions, { activations }: PollMemory): boolean {
  if (isLeased(context) || activations.has(context)) return false;
  activations.add(context);
  return true;
}

/** n8n before 2.38 tells no budget. */
const n8nBudget = (context: IPollFunctions): number =>
  typeof context.getPollBudgetMs === 'function' ? context.getPollBudgetMs() : NO_LEASE_MS;
