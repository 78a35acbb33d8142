import { DateTime } from 'luxon';
import { jsonParse, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INode, IPollFunctions } from 'n8n-workflow';

import { isObject } from './isObject';

/**
 * What the user entered, read by parameter name. Expressions and AI agents can put anything into a
 * parameter, so every read says what it expects and refuses the rest, naming parameter and item.
 */
export class Parameters {
  constructor(
    private readonly node: INode,
    private readonly read: (name: string) => unknown,
    /** The time zone of the workflow. */
    private readonly timezone: string,
    /** Undefined in a trigger. */
    readonly itemIndex?: number,
    /** Of an entry of a fixed collection: where it is. */
    private readonly place = '',
  ) {}

  /** n8n calls the node that it makes for AI agents `upworkTool`. */
  get isAiTool(): boolean {
    return this.node.type.endsWith('Tool');
  }

  /** Whether n8n runs the node again by itself when it fails. */
  get isRetriedOnFail(): boolean {
    return this.node.retryOnFail ?? false;
  }

  /** The raw value; undefined where the user left it out. `filters.budgetMin` reads into a collection. */
  value(name: string): unknown {
    const value = this.read(name);
    return value === null || value === '' ? undefined : value;
  }

  text(name: string): string | undefined {
    return this.asText(name, this.value(name));
  }

  /** What a resource locator names, whatever its mode. An AI agent gives the bare value. */
  locator(name: string): string | undefined {
    const value = this.value(name);
    const isLocator = typeof value === 'object' && value !== null && 'value' in value;
    return this.asText(name, isLocator ? value.value : value);
  }

  flag(name: string): boolean {
    return this.optionalFlag(name) ?? false;
  }

  /** A switch that only the user may turn: an expression, which an AI agent could fill in, does not count. */
  isSwitchedOn(name: string): boolean {
    return this.node.parameters[name] === true;
  }

  /** Where it matters whether the user left it out. */
  optionalFlag(name: string): boolean | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    throw this.invalid(name, 'must be true or false');
  }

  /** A number of at least `min`; a whole one unless `fractions` are allowed. */
  number(name: string, { min, fractions = false }: NumberRule): number | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      throw this.invalid(name, 'must be a number');
    }
    if (number < min) throw this.invalid(name, `must be ${min} or more, not ${number}`);
    if (!fractions && !Number.isInteger(number)) {
      throw this.invalid(name, `must be a whole number, not ${number}`);
    }
    return number;
  }

  /** One of the values that the option field offers. */
  option<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : this.oneOf(name, allowed, value);
  }

  /** Several of the values that the option field offers, each once. */
  options<T extends string>(name: string, allowed: readonly T[]): T[] {
    return [...new Set(this.texts(name).map((value) => this.oneOf(name, allowed, value)))];
  }

  private oneOf<T extends string>(name: string, allowed: readonly T[], value: unknown): T {
    const option = allowed.find((candidate) => candidate === value);
    if (option !== undefined) return option;
    throw this.invalid(name, `must be one of ${allowed.join(', ')}, not "${String(value)}"`);
  }

  /** Several texts: a list, or one text with a separator in between. */
  texts(name: string, separator = ','): string[] {
    const value = this.value(name) ?? [];
    const list: unknown[] = Array.isArray(value) ? value : (this.text(name) ?? '').split(separator);
    return list.flatMap((one) => this.asText(name, one) ?? []);
  }

  /** A moment, in epoch milliseconds. A date without a zone is one in the workflow's. */
  moment(name: string): number | undefined {
    return this.date(name)?.toMillis();
  }

  /** A day of the calendar, as yyyy-mm-dd: the one that it is in the workflow's time zone. */
  day(name: string): string | undefined {
    return this.date(name)?.toISODate() ?? undefined;
  }

  private date(name: string): DateTime | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    // Expressions give Date objects and luxon's, whose texts differ; their JSON is ISO 8601 for both.
    const text: unknown = typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value;
    const date =
      typeof text === 'string' ? DateTime.fromISO(text.trim(), { zone: this.timezone }) : null;
    if (!date?.isValid) throw this.invalid(name, 'must be a date, such as 2026-11-20T09:30:00Z');
    return date;
  }

  /** JSON, entered as text or given by an expression as it is. */
  json(name: string): unknown {
    const value = this.value(name);
    if (typeof value !== 'string') return value;
    const parsed = jsonParse<unknown>(value, { fallbackValue: null });
    if (parsed === null) throw this.invalid(name, 'is not valid JSON');
    return parsed;
  }

  /** The entries of a fixed collection. */
  collection(name: string): IDataObject[] {
    const value = this.value(name) ?? [];
    if (Array.isArray(value) && value.every(isObject)) return value;
    throw this.invalid(name, 'must be a list of entries');
  }

  /** The same, each to be read by the names of its own fields. */
  entries(name: string): Parameters[] {
    return this.collection(name).map(
      (entry, index) =>
        new Parameters(
          this.node,
          (field) => entry[field],
          this.timezone,
          this.itemIndex,
          `${name}[${index}].`,
        ),
    );
  }

  private asText(name: string, value: unknown): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value.trim() || undefined;
    if (typeof value === 'number') return String(value);
    throw this.invalid(name, 'must be text');
  }

  /** The error for a value that can't be used. */
  invalid(name: string, problem: string, description?: string): NodeOperationError {
    const where = this.itemIndex === undefined ? '' : ` [item ${this.itemIndex}]`;
    return this.failure(`The parameter "${this.place}${name}" ${problem}${where}`, description, {
      level: 'warning',
      failure: { cause: 'configuration-invalid' },
    });
  }

  /** The error for what Upwork answered instead of doing it. */
  failure(
    message: string,
    description?: string,
    options: NodeOperationErrorOptions = {},
  ): NodeOperationError {
    return new NodeOperationError(this.node, message, {
      ...options,
      ...(description !== undefined && { description }),
      ...(this.itemIndex !== undefined && { itemIndex: this.itemIndex }),
    });
  }
}

type NodeOperationErrorOptions = NonNullable<ConstructorParameters<typeof NodeOperationError>[2]>;

interface NumberRule {
  min: number;
  fractions?: boolean;
}

/** The parameters of an action node for one input item. */
export function itemParameters(context: IExecuteFunctions, itemIndex: number): Parameters {
  return new Parameters(
    context.getNode(),
    (name) => context.getNodeParameter(name, itemIndex, ''),
    context.getTimezone(),
    itemIndex,
  );
}

/** The parameters of a trigger node. */
export function pollParameters(context: IPollFunctions): Parameters {
  return new Parameters(
    context.getNode(),
    (name) => context.getNodeParameter(name, ''),
    context.getTimezone(),
  );
}
