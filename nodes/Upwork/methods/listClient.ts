import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { upworkClient } from '../api';
import type { UpworkClient } from '../api';
import { currentParameter } from './currentParameter';

/** Nobody waits longer than this before an empty list. */
const LONGEST_WAIT_MS = 20_000;

/** A client for a person who has opened a list in the editor. */
export function listClient(context: ILoadOptionsFunctions): UpworkClient {
  return upworkClient(context, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
}

/** The same, for the organization that is chosen in the node. */
export function organizationListClient(context: ILoadOptionsFunctions): UpworkClient {
  return upworkClient(context, {
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    organizationId: currentParameter(context, 'organizationId'),
  });
}
