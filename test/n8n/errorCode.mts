/** The `code` of a system error, such as EADDRINUSE. (Not by instanceof: Jest has an Error of its own.) */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
