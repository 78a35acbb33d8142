import type { INodeParameters } from 'n8n-workflow';
import type { JsonObject } from '../../n8n/json.mts';
import type { Sandbox } from '../../sandbox/index.mts';

/** An operation of the Upwork node, as it goes well and as it is refused. */
export interface OperationCase {
  operation: string;
  /** Makes in the sandbox what the operation is about, so that no case needs another one. */
  prepare: (sandbox: Sandbox) => Promise<Prepared> | Prepared;
  refused: Refused;
}

/** How the operation goes well. */
export interface Prepared {
  /** Beside resource and operation. */
  parameters: INodeParameters;
  /** Compares what came out with what the sandbox holds, after a change with what it then holds. */
  check: (output: JsonObject[]) => Promise<void> | void;
}

/** What the second input item puts into one of the parameters, and what the person then reads. */
export interface Refused {
  parameter: string;
  entered: string | number;
  /** By the label that the editor shows for the parameter. */
  error: (label: string) => string;
}

export interface ResourceCases {
  resource: string;
  cases: OperationCase[];
}

/** A parameter that the node itself refuses: the error names it, and the second of two items. */
export function refused(parameter: string, entered: string | number, problem: string): Refused {
  return {
    parameter,
    entered,
    error: (label) => `The parameter '${label}' ${problem} [item 1]`,
  };
}
