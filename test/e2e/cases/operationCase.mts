import type { INodeParameters } from 'n8n-workflow';
import type { JsonObject } from '../../n8n/json.mts';
import type { Sandbox } from '../../sandbox/index.mts';

/** An operation of the Upwork node, with valid and with invalid input. */
export interface OperationCase {
  operation: string;
  /** Creates in the sandbox what the operation needs, so that the cases are independent. */
  prepare: (sandbox: Sandbox) => Promise<Prepared> | Prepared;
  refused: Refused;
}

/** A successful run of the operation. */
export interface Prepared {
  /** Other than resource and operation. */
  parameters: INodeParameters;
  /** Compares the output with the data of the sandbox, also after a change. */
  check: (output: JsonObject[]) => Promise<void> | void;
}

/**
 * An invalid value for one of the parameters, in the second input item, and the error that the user
 * sees.
 */
export interface Refused {
  /** Its name, or its path in a collection: `options.organizationId`. */
  parameter: string;
  entered: string | number;
  /** Given the label of the parameter in the editor. */
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
    error: (label) => `'${label}' ${problem} [item 1]`,
  };
}
