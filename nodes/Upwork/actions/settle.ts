/** Each one's result, or what it threw. */
export async function settle<T, TResult>(
  list: readonly T[],
  work: (one: T) => TResult | Promise<TResult>,
): Promise<PromiseSettledResult<Awaited<TResult>>[]> {
  return await Promise.allSettled(list.map(async (one) => await work(one)));
}

/** The results of those that did not throw. */
export function valuesOf<T>(results: readonly PromiseSettledResult<T>[]): T[] {
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** The result, or what was thrown instead of it is thrown again. */
export function valueOf<T>(result: PromiseSettledResult<T> | undefined): T {
  if (result?.status === 'fulfilled') return result.value;
  throw result?.reason;
}
