import { NodeOperationError } from 'n8n-workflow';
import type { INode, INodeProperties } from 'n8n-workflow';

import { recordNotFound } from '../api';
import type { RecordName } from '../api';
import { parameterLabel } from './label';

/** Where the values come from, and how the editor shows them. */
export interface ParameterSource {
  /** The same object for all items of an execution. */
  execution: object;
  node: INode;
  /** The time zone of the workflow. */
  timezone: string;
  fields: readonly INodeProperties[];
  read(name: string): unknown;
  /** The file in a binary property of the item; undefined if there is none. */
  file?(property: string): BinaryFile | undefined;
}

/** A file in a binary property of an item. */
export interface BinaryFile {
  name: string;
  /** Its MIME type. */
  type: string;
  read(): Promise<Buffer>;
}

type NodeOperationErrorOptions = NonNullable<ConstructorParameters<typeof NodeOperationError>[2]>;

/** The errors about the parameters of an item. They name its label and the item. */
export class ParameterErrors {
  constructor(
    protected readonly source: ParameterSource,
    /** Undefined in a trigger. */
    readonly itemIndex?: number,
    /** The entry of a fixed collection that is read, such as `users.user[1].`. */
    private readonly prefix = '',
  ) {}

  /** The label of a parameter in the editor, in quotes. */
  label(name: string): string {
    return parameterLabel(this.source.fields, `${this.prefix}${name}`);
  }

  /**
   * The error for a value that can't be used: what is wrong with it, to be read after its label, and
   * what to do. It names the item, because with "Continue On Fail" only the message is kept; the
   * editor doesn't repeat it.
   */
  invalid(name: string, problem: string, description: string): NodeOperationError {
    return this.refused(`${this.label(name)} ${problem}`, description);
  }

  /** The error for an ID that Upwork does not have. */
  notFound(record: RecordName, id: string): NodeOperationError {
    const { message, description } = recordNotFound(record, id);
    return this.refused(message, description);
  }

  private refused(message: string, description: string): NodeOperationError {
    const item = this.itemIndex === undefined ? '' : ` [item ${this.itemIndex}]`;
    return this.error(`${message}${item}`, description, {
      level: 'warning',
      failure: { cause: 'configuration-invalid' },
    });
  }

  /** The error for anything else that stops an item. */
  error(
    message: string,
    description: string,
    options: NodeOperationErrorOptions = {},
  ): NodeOperationError {
    return new NodeOperationError(this.source.node, message, {
      ...options,
      description,
      ...(this.itemIndex !== undefined && { itemIndex: this.itemIndex }),
    });
  }
}
