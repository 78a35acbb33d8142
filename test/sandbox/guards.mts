/** Checks whether a value from outside (JSON) has the right shape. */
export type Guard<T> = (value: unknown) => value is T;

type Guards<T> = { [Key in keyof T]: Guard<T[Key]> };

export const isString: Guard<string> = (value) => typeof value === 'string';
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';
export const isNumber: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const isObject: Guard<Record<string, unknown>> = (value): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function isOneOf<const T extends string>(...choices: T[]): Guard<T> {
  return (value): value is T => choices.some((choice) => choice === value);
}

export function isListOf<T>(isItem: Guard<T>): Guard<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(isItem);
}

export function isMapOf<T>(isValue: Guard<T>): Guard<Record<string, T>> {
  return (value): value is Record<string, T> =>
    isObject(value) && Object.values(value).every(isValue);
}

export function either<One, Other>(one: Guard<One>, other: Guard<Other>): Guard<One | Other> {
  return (value): value is One | Other => one(value) || other(value);
}

export const isNull: Guard<null> = (value) => value === null;

/** An object with these keys and no others: a mistyped option should be an error, not ignored. */
export function isRecord<Required extends object, Optional extends object>(
  required: Guards<Required>,
  optional: Guards<Optional>,
): Guard<Required & Partial<Optional>> {
  const needed = new Map<string, Guard<unknown>>(Object.entries(required));
  const allowed = new Map<string, Guard<unknown>>(Object.entries(optional));
  return (value): value is Required & Partial<Optional> =>
    isObject(value) &&
    [...needed].every(([key, isRight]) => isRight(value[key])) &&
    Object.entries(value).every(([key, field]) => {
      const isRight = needed.get(key) ?? allowed.get(key);
      return isRight?.(field) ?? false;
    });
}

/** The input of an action without input. */
export const isNothing: Guard<object> = isRecord<object, object>({}, {});
