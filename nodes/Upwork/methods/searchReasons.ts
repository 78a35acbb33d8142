import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { query } from '../api';
import type { ReasonType } from '../api';
import { filterEntries } from './entries';
import { listClient } from './listClient';

const document = query(
  'Reasons',
  /* GraphQL */ `
    query Reasons($type: ReasonType!) {
      reasons(reasonType: $type) {
        id
        reason
      }
    }
  `,
);

const searchReasons = (type: ReasonType) =>
  async function (this: ILoadOptionsFunctions, typed?: string): Promise<INodeListSearchResult> {
    const { reasons } = await listClient(this).send(document, { type });
    return filterEntries(
      typed,
      reasons.map(({ id, reason }) => ({ id, label: reason })),
    );
  };

/** Why a client declines a proposal. */
export const searchDeclineReasons = searchReasons('PROPOSAL_REJECT');

/** Why a client closes a job posting. */
export const searchCloseReasons = searchReasons('JOB_POSTING_CLOSE');
