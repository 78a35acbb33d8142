/**
 * The work's result, unless the signal is aborted first: then the work goes on unheard. Leaves no
 * listener behind, because many requests share the signal of an execution.
 */
export async function unlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T | 'aborted'> {
  if (!signal) return await work;
  const done = new AbortController();
  const aborted = new Promise<'aborted'>((end) => {
    const listener = () => {
      end('aborted');
    };
    if (signal.aborted) listener();
    signal.addEventListener('abort', listener, { signal: done.signal });
  });
  return await Promise.race([work, aborted]).finally(() => {
    done.abort();
  });
}

/** Whether the time was up, and nobody stopped the execution. */
export function isTimeout(signal: AbortSignal): boolean {
  const reason: unknown = signal.reason;
  return (
    typeof reason === 'object' &&
    reason !== null &&
    'name' in reason &&
    reason.name === 'TimeoutError'
  );
}
