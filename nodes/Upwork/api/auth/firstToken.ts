import { credentialState } from '../state';

/**
 * Runs requests that begin without a token one after another. n8n fetches the first token of client
 * credentials within a request: in parallel, each request would fetch its own.
 */
export async function oneAtATime<T>(credentialId: string, request: () => Promise<T>): Promise<T> {
  const state = credentialState(credentialId);
  const current = state.firstRequest ? state.firstRequest.then(request, request) : request();
  state.firstRequest = current;
  try {
    return await current;
  } finally {
    if (state.firstRequest === current) state.firstRequest = undefined;
  }
}
