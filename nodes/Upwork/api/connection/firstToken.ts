/** The last request of each credential that began without a token. */
const lastFetches = new Map<string, Promise<unknown>>();

/**
 * Runs requests that begin without a token one after the other: n8n fetches the first token of client
 * credentials within the request, and so once, not once for each of many that start together.
 */
export async function inTurn<T>(credentialId: string, request: () => Promise<T>): Promise<T> {
  const before = lastFetches.get(credentialId);
  const turn = before ? before.then(request, request) : request();
  lastFetches.set(credentialId, turn);
  try {
    return await turn;
  } finally {
    if (lastFetches.get(credentialId) === turn) lastFetches.delete(credentialId);
  }
}
