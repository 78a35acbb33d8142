import { DateTime } from 'luxon';
import { jsonParse } from 'n8n-workflow';

import { isObject, valueAt } from '../objects';
import type { Choice } from './builders';
import { holdsRounded, isId, quoted, shown } from './id';
import { ParameterErrors } from './parameterErrors';
import type { BinaryFile } from './parameterErrors';

/** The largest Int of GraphQL. */
const MAX_INT = 2_147_483_647;

/**
 * What the user entered, by parameter name; `filters.budgetMin` reads from a collection. Expressions
 * and AI agents can put anything into a parameter, so every method checks what it reads and throws a
 * NodeOperationError that names its label and the item. A parameter that was left empty is undefined.
 */
export class Parameters extends ParameterErrors {
  /** Identifies the execution, for what its items have to share. */
  get execution(): object {
    return this.source.execution;
  }

  /** n8n: the node that is made for AI agents is called `upworkTool`. */
  get isAiTool(): boolean {
    return this.source.node.type.endsWith('Tool');
  }

  /** Whether n8n runs the node again by itself if it fails. */
  get isRetriedOnFail(): boolean {
    return this.source.node.retryOnFail ?? false;
  }

  /** The raw value. */
  value(name: string): unknown {
    const value = this.source.read(name);
    return value === null || value === '' ? undefined : value;
  }

  /** Text as it was typed, for messages and documents; undefined if it is blank. */
  text(name: string): string | undefined {
    return this.asText(name, this.value(name));
  }

  /** A value on a single line, without the spaces around it. */
  line(name: string): string | undefined {
    return this.text(name)?.trim();
  }

  /** A required ID. */
  id(name: string): string {
    const id = this.optionalId(name);
    if (id === undefined) throw this.invalid(name, 'is empty', 'Enter the ID.');
    return id;
  }

  /** An ID that may be left out, of a text field or of a resource locator. */
  optionalId(name: string, isValid = isId): string | undefined {
    const id = this.locator(name);
    if (id === undefined || isValid(id)) return id;
    throw this.invalid(
      name,
      `is not an ID: ${quoted(id)}`,
      'Enter the ID, without any other text.',
    );
  }

  /** Several IDs: a list, or one text with commas in between. Undefined if there are none. */
  ids(name: string): string[] | undefined {
    const ids = this.list(name);
    const wrong = ids?.find((id) => !isId(id));
    if (wrong === undefined) return ids;
    throw this.invalid(
      name,
      `has an entry that is not an ID: ${quoted(wrong)}`,
      'Enter the IDs, separated by commas.',
    );
  }

  /** The value of a resource locator in any mode. An AI agent passes the bare value. */
  locator(name: string): string | undefined {
    const value = this.value(name);
    const isLocator = typeof value === 'object' && value !== null && 'value' in value;
    return this.asText(name, isLocator ? value.value : value)?.trim();
  }

  /** A switch, off if it was left out. */
  flag(name: string): boolean {
    return this.optionalFlag(name) ?? false;
  }

  /** A switch in a collection; undefined if it was left out. */
  optionalFlag(name: string): boolean | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    throw this.invalid(
      name,
      `must be true or false (it is ${shown(value)})`,
      'Use the switch, or an expression that returns true or false.',
    );
  }

  /** A switch that only a person can turn on: an expression, which an AI agent could fill in, does not count. */
  isSwitchedOn(name: string): boolean {
    return this.source.node.parameters[name] === true;
  }

  /** A number from `min` to `max`; an integer unless `fractions` are allowed. */
  number(name: string, { min, max = MAX_INT, fractions = false }: NumberRule): number | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      throw this.invalid(
        name,
        `must be a number (it is ${shown(value)})`,
        'Enter digits, without units or other text.',
      );
    }
    const refuse = (rule: string): Error =>
      this.invalid(
        name,
        `must be ${rule} (it is ${number})`,
        'Correct the number, or the expression that it comes from.',
      );
    if (number < min) throw refuse(`${min} or more`);
    if (number > max) throw refuse(`${max} or less`);
    if (!fractions && !Number.isInteger(number)) throw refuse('a whole number');
    return number;
  }

  /** One of the choices of an options field, by its value or its label; case doesn't matter. */
  choice<T extends string>(name: string, choices: readonly Choice<T>[]): T | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : this.asChoice(name, choices, value);
  }

  /** Several of the choices, each once; undefined if there are none. */
  choices<T extends string>(name: string, choices: readonly Choice<T>[]): T[] | undefined {
    const values = this.list(name)?.map((value) => this.asChoice(name, choices, value));
    return values && [...new Set(values)];
  }

  private asChoice<T extends string>(
    name: string,
    choices: readonly Choice<T>[],
    value: unknown,
  ): T {
    const entered = String(value).trim().toLowerCase();
    const choice =
      choices.find((candidate) => candidate.value === value) ??
      choices.find((candidate) => candidate.value.toLowerCase() === entered) ??
      choices.find((candidate) => candidate.name.toLowerCase() === entered);
    if (choice) return choice.value;
    const names = choices.map((candidate) => candidate.name).join(', ');
    throw this.invalid(name, `has no choice ${shown(value)}`, `Use one of these: ${names}.`);
  }

  /** Several lines: a list, or one text with a separator in between. Undefined if there are none. */
  list(name: string, separator = ','): string[] | undefined {
    const value = this.value(name) ?? [];
    const list: unknown[] = Array.isArray(value) ? value : (this.text(name) ?? '').split(separator);
    const lines = list.flatMap((one) => this.asText(name, one)?.trim() ?? []);
    return lines.length > 0 ? lines : undefined;
  }

  /** The files in the binary properties of the item that a field names. */
  files(name: string): BinaryFile[] {
    const properties = this.list(name) ?? [];
    return properties.map((property) => {
      const file = this.source.file?.(property);
      if (file) return file;
      throw this.invalid(
        name,
        `names ${quoted(property)}, but the item has no such binary field`,
        'Check the names of the binary fields in the input of this node.',
      );
    });
  }

  /** A moment, in epoch milliseconds. A date without a zone is in the workflow's time zone. */
  moment(name: string): number | undefined {
    return this.date(name)?.toMillis();
  }

  /** A calendar day in the workflow's time zone, as yyyy-mm-dd. */
  day(name: string): string | undefined {
    return this.date(name)?.toISODate() ?? undefined;
  }

  private date(name: string): DateTime | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    // Expressions return Date or luxon objects, whose texts differ; as JSON, both are ISO 8601.
    const text: unknown = typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value;
    const zone = this.source.timezone;
    const date = typeof text === 'string' ? DateTime.fromISO(text.trim(), { zone }) : null;
    if (!date?.isValid)
      throw this.invalid(
        name,
        `must be a date (it is ${shown(value)})`,
        'Enter it like 2026-11-20 or 2026-11-20T09:30:00Z.',
      );
    return date;
  }

  /** JSON, entered as text or already parsed by an expression. */
  json(name: string): unknown {
    const value = this.value(name);
    const parsed =
      typeof value === 'string' ? jsonParse<unknown>(value, { fallbackValue: null }) : value;
    if (parsed === null)
      throw this.invalid(name, 'is not valid JSON', 'Check its quotes, commas and brackets.');
    this.assertExact(name, parsed);
    return parsed;
  }

  /** The entries of a fixed collection, each to be read by the names of its own fields. */
  entries(name: string): Parameters[] {
    const value = this.value(name) ?? [];
    if (!Array.isArray(value) || !value.every(isObject)) {
      throw this.invalid(
        name,
        'must be a list of entries',
        'Add the entries with the button below the field, or use an expression that returns a list of objects.',
      );
    }
    return value.map(
      (entry, index) =>
        new Parameters(
          { ...this.source, read: (field) => valueAt(entry, field) },
          this.itemIndex,
          `${name}[${index}].`,
        ),
    );
  }

  private asText(name: string, value: unknown): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value.trim() === '' ? undefined : value;
    if (typeof value !== 'number' || Number.isNaN(value)) {
      throw this.invalid(
        name,
        'must be text',
        'An expression may have returned something else: check its result.',
      );
    }
    this.assertExact(name, value);
    return String(value);
  }

  /** Throws on a number that was rounded: as an ID, it would refer to something else. */
  assertExact(name: string, value: unknown): void {
    if (!holdsRounded(value)) return;
    const verb = typeof value === 'number' ? 'is' : 'holds';
    throw this.invalid(
      name,
      `${verb} a number too large to be exact`,
      'Pass IDs as text, in quotes: JavaScript rounds such numbers.',
    );
  }
}

interface NumberRule {
  min: number;
  max?: number;
  fractions?: boolean;
}
