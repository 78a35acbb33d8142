import { parse } from 'flatted';
import { type JsonObject, jsonObject, jsonObjects, jsonString } from './json.mts';

const UNFINISHED = new Set(['new', 'running', 'waiting']);

/** One execution of a workflow, as n8n stores it. */
export interface Execution {
  id: string;
  status: string;
  /** Why it failed. */
  error: string | undefined;
  /** The failed node's input item that the error is about. */
  errorItem: unknown;
  /** The `json` of each item at a node's first output, over all its runs. */
  output(nodeName: string): JsonObject[];
}

/**
 * Reads an execution from n8n's REST API, whose data is JSON with references, written by `flatted`.
 * Undefined until it ends.
 */
export function readExecution(execution: unknown): Execution | undefined {
  return UNFINISHED.has(statusOf(execution)) ? undefined : read(execution);
}

/** The same for a waiting execution. Undefined if it isn't waiting. */
export function readWaitingExecution(execution: unknown): Execution | undefined {
  return statusOf(execution) === 'waiting' ? read(execution) : undefined;
}

function statusOf(execution: unknown): string {
  return jsonString(jsonObject(execution).status);
}

function read(execution: unknown): Execution {
  const { id, status, data } = jsonObject(execution);
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
