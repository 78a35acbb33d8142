import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { takeRecords } from '../fields/limit';
import { listProposals } from '../records/proposal.pages';
import { STATUSES } from '../records/proposalStatus';
import { proposalUrl } from '../records/proposal';
import type { ProposalNode } from '../records/proposal';
import { organizationListClient } from './listClient';

/** As many as are looked through: Upwork can't search them by their words. */
const NEWEST = 100;

/** The freelancer's newest proposals, or those of them that fit what was typed, for the list of a resource locator. */
export async function searchProposals(
  this: ILoadOptionsFunctions,
  typed = '',
): Promise<INodeListSearchResult> {
  const batches = listProposals(organizationListClient(this), {
    statuses: STATUSES,
    filter: {},
    sort: { field: 'CREATEDDATETIME', sortOrder: 'DESC' },
  });
  const wanted = typed.trim().toLowerCase();
  const newest = await takeRecords(batches, NEWEST, () => true);
  return {
    results: newest
      .map((proposal) => ({
        name: nameOf(proposal),
        value: proposal.id,
        url: proposalUrl(proposal.id),
      }))
      .filter(({ name }) => name.toLowerCase().includes(wanted)),
  };
}

function nameOf({ id, marketplaceJobPosting: job, status }: ProposalNode): string {
  const title = job?.content?.title ?? id;
  return status?.status ? `${title} (${status.status})` : title;
}
