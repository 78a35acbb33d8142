import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { upworkClient } from '../api';
import type { ClientOptions, UpworkClient } from '../api';
import { currentParameter } from './currentParameter';

/** Nobody waits longer than this before an empty list. */
const TIMEOUT_MS = 20_000;

/** A client for a person who has opened a list in the editor. */
export function listClient(
  context: ILoadOptionsFunctions,
  options: ClientOptions = {},
): UpworkClient {
  return upworkClient(context, { signal: AbortSignal.timeout(TIMEOUT_MS), ...options });
}

/** The same, for the organization that is chosen in the node. */
export function organizationListClient(
  context: ILoadOptionsFunctions,
  options: ClientOptions = {},
): UpworkClient {
  const organizationId = currentParameter(context, 'organizationId');
  return listClient(context, { organizationId, ...options });
}
