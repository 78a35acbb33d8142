import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { takeRecords } from '../api';
import { listProposals } from '../records/proposal.pages';
import { proposalUrl } from '../records/proposal';
import type { ProposalNode } from '../records/proposal';
import { PROPOSAL_STATUSES } from '../records/proposalStatus';
import { organizationListClient } from './listClient';
import { containing, withNote } from './listResult';

/** Upwork can't search proposals by text, so this many are searched here. */
const NEWEST = 100;

/** The freelancer's newest proposals, or those of them that match the search text, for the list of a resource locator. */
export async function searchProposals(
  this: ILoadOptionsFunctions,
  search = '',
): Promise<INodeListSearchResult> {
  const pages = listProposals(organizationListClient(this), {
    statuses: PROPOSAL_STATUSES,
    filter: {},
    sort: { field: 'CREATEDDATETIME', sortOrder: 'DESC' },
  });
  const matches = containing(search);
  const newest = await takeRecords(pages, NEWEST, () => true);
  return {
    results: newest
      .map((proposal) => ({
        name: nameOf(proposal),
        value: proposal.id,
        url: proposalUrl(proposal.id),
      }))
      .filter(({ name }) => matches(name)),
  };
}

function nameOf({ id, marketplaceJobPosting: job, status }: ProposalNode): string {
  return withNote(job?.content?.title ?? id, status?.status);
}
