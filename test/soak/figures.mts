import { readFile } from 'node:fs/promises';
import type { Sandbox } from '../sandbox/index.mts';
import type { CrashingN8n } from './crashingN8n.mts';
import type { History, Summary } from './history.mts';

/** The figures of a soak test. */
export interface Figures {
  seconds: number;
  kills: number;
  /** Access tokens that were used after they had expired. */
  expiries: number;
  /** Requests with such a token: more than the expiries if several requests met the same expiry. */
  refusedRequests: number;
  tokenRequests: number;
  tokenRequestsRefused: number;
  /** Connections made after the first one. */
  reconnects: number;
  executionsByTrigger: number;
  manualExecutions: number;
  /** Executions that were running when n8n was killed, and therefore never ended. */
  cutOff: number;
  /** The reasons for all other failures. */
  otherFailures: string[];
  /** Retryable failures of polls, which are only in n8n's log. */
  pollsPostponed: number;
  jobsAppeared: number;
  jobsEmitted: number;
  /** Jobs that were emitted again, or existed from the start. */
  emittedByMistake: number;
  lost: number;
  /** Why the soak test could not continue. */
  endedEarly: string | undefined;
}

export interface Outcome {
  startedAt: number;
  n8n: CrashingN8n;
  sandbox: Sandbox;
  workflows: { search: string; newJobs: string };
  appeared: string[];
  emitted: string[];
  endedEarly: string | undefined;
}

/** n8n marks the executions that a crash has cut off at its next start, but not all of them. */
const NEVER_ENDED = ['crashed', 'new', 'running'];

/** Reads the figures from the sandbox and from n8n's own records. */
export async function readFigures(outcome: Outcome): Promise<Figures> {
  const { startedAt, n8n, sandbox, workflows, appeared, emitted, endedEarly } = outcome;
  const { expiriesMet, unauthorized401, requests, tokensIssued, refreshes } =
    sandbox.control.stats();
  const unsuccessful = [
    ...(await n8n.history.unsuccessful(workflows.search)),
    ...(await n8n.history.unsuccessful(workflows.newJobs)),
  ];
  const lastKill = n8n.kills.at(-1) ?? -Infinity;
  const isCutOff = ({ status, startedAt }: Summary) =>
    NEVER_ENDED.includes(status) && startedAt < lastKill;
  const others = unsuccessful.filter((execution) => !isCutOff(execution));
  const log = await readFile(n8n.logFile, 'utf8');
  const once = new Set(emitted);
  return {
    seconds: Math.round((Date.now() - startedAt) / 1000),
    kills: n8n.kills.length,
    expiries: expiriesMet,
    refusedRequests: unauthorized401,
    tokenRequests: requests.token,
    tokenRequestsRefused: requests.token - tokensIssued,
    reconnects: tokensIssued - refreshes - 1,
    executionsByTrigger: await n8n.history.count(workflows.newJobs),
    manualExecutions: await n8n.history.count(workflows.search),
    cutOff: unsuccessful.length - others.length,
    otherFailures: await Promise.all(others.map((execution) => reason(n8n.history, execution))),
    pollsPostponed: log.split('Upwork Trigger: ').length - 1,
    jobsAppeared: appeared.length,
    jobsEmitted: emitted.length,
    emittedByMistake: emitted.length - appeared.filter((id) => once.has(id)).length,
    lost: appeared.filter((id) => !once.has(id)).length,
    endedEarly,
  };
}

async function reason(history: History, { id, status }: Summary): Promise<string> {
  const execution = await history.read(id);
  return `execution ${id}: ${execution?.error ?? status}`;
}
