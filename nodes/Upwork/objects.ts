import type { IDataObject } from 'n8n-workflow';

/** Whether a value from outside is a JSON object. */
export function isObject(value: unknown): value is IDataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path such as `filters.budgetMin`; undefined if there is none. */
export function valueAt(object: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), object);
}

/** An object whose undefined properties are absent instead. */
export type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** The object without its undefined properties; undefined if nothing is left. */
export function omitUndefined<T extends object>(object: T): Defined<T> | undefined {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  // Object.fromEntries loses the property names.
  return entries.length > 0 ? (Object.fromEntries(entries) as Defined<T>) : undefined;
}
