import { parse } from 'flatted';
import { type JsonObject, jsonObject, jsonObjects, jsonString } from './json.mts';

const UNFINISHED = new Set(['new', 'running', 'waiting']);

/** One run of a workflow, as n8n keeps it. */
export interface Execution {
  id: string;
  status: string;
  /** Why it failed. */
  error: string | undefined;
  /** Which of the failed node's input items the error is about. */
  errorItem: unknown;
  /** What a node put out at its first output, the `json` of each item, over all its runs. */
  output(nodeName: string): JsonObject[];
}

/**
 * Reads an execution of n8n's REST API, whose data is JSON with references, written by `flatted`.
 * Undefined while it has not come to an end.
 */
export function readExecution(answer: unknown): Execution | undefined {
  return UNFINISHED.has(statusOf(answer)) ? undefined : read(answer);
}

/** The same for one that waits for somebody or something. Undefined when it does not. */
export function readWaitingExecution(answer: unknown): Execution | undefined {
  return statusOf(answer) === 'waiting' ? read(answer) : undefined;
}

function statusOf(answer: unknown): string {
  return jsonString(jsonObject(answer).status);
}

function read(answer: unknown): Execution {
  const { id, status, data } = jsonObject(answer);
  const { resultData } = jsonObject(parse(jsonString(data)));
  const { runData, error } = jsonObject(resultData);
  return {
    id: String(id),
    status: jsonString(status),
    error: error === undefined ? undefined : String(jsonObject(error).message),
    errorItem: error === undefined ? undefined : jsonObject(jsonObject(error).context).itemIndex,
    output: (nodeName) => {
      const runs: unknown = jsonObject(runData)[nodeName];
      return jsonObjects(runs ?? []).flatMap(itemsOfRun);
    },
  };
}

function itemsOfRun(run: JsonObject): JsonObject[] {
  if (run.data === undefined) return [];
  const { main } = jsonObject(run.data);
  const outputs: unknown[] = Array.isArray(main) ? main : [];
  return jsonObjects(outputs[0] ?? []).map((item) => jsonObject(item.json));
}
