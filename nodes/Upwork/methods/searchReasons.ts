import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { ReasonType } from '../api';
import { listReasons } from '../records/reason';
import { listClient } from './listClient';
import { filterEntries } from './listResult';

const searchReasons = (type: ReasonType) =>
  async function (this: ILoadOptionsFunctions, search?: string): Promise<INodeListSearchResult> {
    const reasons = await listReasons(listClient(this), type);
    return filterEntries(
      search,
      reasons.map(({ id, reason }) => ({ id, label: reason })),
    );
  };

/** Why a client declines a proposal. */
export const searchDeclineReasons = searchReasons('PROPOSAL_REJECT');

/** Why a client closes a job posting. */
export const searchCloseReasons = searchReasons('JOB_POSTING_CLOSE');
