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
  /**
   * What the trigger of this name started it with; n8n stores it before the first node runs, so an execution that a
   * crash has cut off has it, too.
   */
  startedWith(triggerName: string): JsonObject[];
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
  const { resultData, executionData } = jsonObject(parse(jsonString(data)));
  const { runData, error } = jsonObject(resultData);
  const output = (nodeName: string) => {
    const runs: unknown = jsonObject(runData)[nodeName];
    return jsonObjects(runs ?? []).flatMap(itemsOfRun);
  };
  return {
    id: String(id),
    status: jsonString(status),
    error: error === undefined ? undefined : String(jsonObject(error).message),
    errorItem: error === undefined ? undefined : jsonObject(jsonObject(error).context).itemIndex,
    output,
    startedWith: (triggerName) => [
      ...output(triggerName),
      ...itemsToRun(executionData, triggerName),
    ],
  };
}

function itemsOfRun(run: JsonObject): JsonObject[] {
  if (run.data === undefined) return [];
  const { main } = jsonObject(run.data);
  const outputs: unknown[] = Array.isArray(main) ? main : [];
  return jsonObjects(outputs[0] ?? []).map((item) => jsonObject(item.json));
}

/** The items with which n8n was about to run a node. */
function itemsToRun(executionData: unknown, nodeName: string): JsonObject[] {
  if (executionData === undefined) return [];
  const { nodeExecutionStack } = jsonObject(executionData);
  return jsonObjects(nodeExecutionStack ?? [])
    .filter(({ node }) => jsonObject(node).name === nodeName)
    .flatMap(itemsOfRun);
}
