/**
 * The result of the work, or 'aborted' if the signal is aborted first: the work then continues, but
 * nobody waits for it. Leaves no listener behind, because many requests share the signal of an
 * execution.
 */
export async function unlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T | 'aborted'> {
  if (!signal) return await work;
  const done = new AbortController();
  const aborted = new Promise<'aborted'>((resolve) => {
    const listener = () => {
      resolve('aborted');
    };
    if (signal.aborted) listener();
    signal.addEventListener('abort', listener, { signal: done.signal });
  });
  return await Promise.race([work, aborted]).finally(() => {
    done.abort();
  });
}

/** Whether the signal was aborted by a timeout, and not because the execution was cancelled. */
export function isTimeout(signal: AbortSignal): boolean {
  const reason: unknown = signal.reason;
  return (
    typeof reason === 'object' &&
    reason !== null &&
    'name' in reason &&
    reason.name === 'TimeoutError'
  );
}
