import { readFile } from 'node:fs/promises';
import type { Sandbox } from '../sandbox/index.mts';
import type { CrashingN8n } from './crashingN8n.mts';
import type { History, Summary } from './history.mts';

/** What came of a soak. */
export interface Figures {
  seconds: number;
  kills: number;
  /** Access tokens that were used after they had expired. */
  expiries: number;
  /** Requests that carried such a token: where they outnumber the expiries, several met one together. */
  refusedRequests: number;
  tokenCalls: number;
  tokenCallsRefused: number;
  /** Connections made after the first one. */
  reconnects: number;
  executionsByTrigger: number;
  executionsByHand: number;
  /** Executions that had begun when n8n was killed and so never came to an end. */
  cutOff: number;
  /** Why all others failed that did. */
  otherFailures: string[];
  /** Passing faults that a poll met; n8n only has a line in its log for them. */
  pollsPutOff: number;
  jobsAppeared: number;
  jobsEmitted: number;
  /** The same job once more, or one that was there from the start. */
  emittedWrongly: number;
  lost: number;
  /** Why the soak could not go on. */
  endedEarly: string | undefined;
}

export interface Outcome {
  began: number;
  n8n: CrashingN8n;
  sandbox: Sandbox;
  workflows: { search: string; newJobs: string };
  appeared: string[];
  emitted: string[];
  endedEarly: string | undefined;
}

/** n8n marks what a crash has cut off at its next start; some it never gets to know of. */
const NEVER_ENDED = ['crashed', 'new', 'running'];

/** Reads the figures from the sandbox and from n8n's own records. */
export async function readFigures(outcome: Outcome): Promise<Figures> {
  const { began, n8n, sandbox, workflows, appeared, emitted, endedEarly } = outcome;
  const { expiriesMet, unauthorized401, requests, tokensIssued, refreshes } =
    sandbox.control.stats();
  const unsuccessful = [
    ...(await n8n.history.unsuccessful(workflows.search)),
    ...(await n8n.history.unsuccessful(workflows.newJobs)),
  ];
  const lastKill = n8n.kills.at(-1) ?? -Infinity;
  const isCutOff = ({ status, begun }: Summary) => NEVER_ENDED.includes(status) && begun < lastKill;
  const others = unsuccessful.filter((execution) => !isCutOff(execution));
  const log = await readFile(n8n.logFile, 'utf8');
  const once = new Set(emitted);
  return {
    seconds: Math.round((Date.now() - began) / 1000),
    kills: n8n.kills.length,
    expiries: expiriesMet,
    refusedRequests: unauthorized401,
    tokenCalls: requests.token,
    tokenCallsRefused: requests.token - tokensIssued,
    reconnects: tokensIssued - refreshes - 1,
    executionsByTrigger: await n8n.history.count(workflows.newJobs),
    executionsByHand: await n8n.history.count(workflows.search),
    cutOff: unsuccessful.length - others.length,
    otherFailures: await Promise.all(others.map((execution) => reason(n8n.history, execution))),
    pollsPutOff: log.split('Upwork Trigger: ').length - 1,
    jobsAppeared: appeared.length,
    jobsEmitted: emitted.length,
    emittedWrongly: emitted.length - appeared.filter((id) => once.has(id)).length,
    lost: appeared.filter((id) => !once.has(id)).length,
    endedEarly,
  };
}

async function reason(history: History, { id, status }: Summary): Promise<string> {
  const execution = await history.read(id);
  return `execution ${id}: ${execution?.error ?? status}`;
}
