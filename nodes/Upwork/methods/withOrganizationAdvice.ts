import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { UpworkApiError, isOrganizationError, organizationAdvice } from '../api';
import { currentParameter } from './currentParameter';

type Search = (
  this: ILoadOptionsFunctions,
  typed?: string,
  paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** For a list of what clients have: its error's message says which organization to choose, as the editor shows nothing else. */
export const withOrganizationAdvice = (search: Search): Search =>
  async function (this, typed, paginationToken) {
    const [result] = await Promise.allSettled([search.call(this, typed, paginationToken)]);
    if (result.status === 'fulfilled') return result.value;
    const error: unknown = result.reason;
    if (error instanceof UpworkApiError && isOrganizationError(error)) {
      const chosen = currentParameter(this, 'organizationId') ?? '';
      const advice = await organizationAdvice(this, chosen, 'client');
      if (advice !== null) error.message = `${error.message}. ${advice}`;
    }
    throw error;
  };
