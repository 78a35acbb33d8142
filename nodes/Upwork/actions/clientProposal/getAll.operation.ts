import type { ClientProposalFilter, ClientProposalSortAttributeType } from '../../api';
import { toClientProposal } from '../../records/clientProposal';
import type { ClientProposalNode } from '../../records/clientProposal';
import type { Choice } from '../../fields/builders';
import { readChoice } from '../../fields/builders';
import { readJobId } from '../../fields/locators/job';
import { jobPostingLocator } from '../../fields/locators/jobPosting';
import { limitFields, readLimit, takeRecords } from '../../fields/limit';
import type { Operation } from '../operation';
import { simplifyField } from '../../fields/simplify';
import { proposalFilterField, readProposalFilter } from './filterFields';
import { listClientProposals } from '../../records/clientProposal.pages';

const SORTS: Choice<ClientProposalSortAttributeType>[] = [
  { name: 'Billed Hours', value: 'BILLEDHOURS' },
  { name: 'Earnings', value: 'EARNINGS' },
  { name: 'Last Changed', value: 'MODIFIEDDATETIME' },
  { name: 'Rate', value: 'CHARGERATE' },
  { name: 'Received', value: 'CREATEDDATETIME' },
  { name: 'Recommendation', value: 'RECOMMENDATIONSCORE' },
];
const ORDERS: Choice<'ASC' | 'DESC'>[] = [
  { name: 'Ascending', value: 'ASC' },
  { name: 'Descending', value: 'DESC' },
];

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many proposals for your job posting',
  description: 'Get the proposals that the client has received for a job posting',
  output: 'clientProposal',
  permission: 'Client Proposals – Read and Write',
  fields: [
    jobPostingLocator({
      required: true,
      description: 'The job posting that the proposals are for',
    }),
    ...limitFields,
    proposalFilterField,
    {
      displayName: 'Sort By',
      name: 'sort',
      type: 'options',
      options: SORTS,
      default: 'CREATEDDATETIME',
      description: 'What decides which proposals come first',
    },
    {
      displayName: 'Sort Order',
      name: 'sortOrder',
      type: 'options',
      options: ORDERS,
      default: 'DESC',
      description: 'Whether the newest or highest come first, or the oldest or lowest',
    },
    simplifyField,
  ],

  async execute(client, parameters) {
    const jobPostingId = readJobId(parameters, 'jobPostingId');
    const limit = readLimit(parameters);
    const filter = readProposalFilter(parameters);
    const field = readChoice(parameters, 'sort', SORTS) ?? 'CREATEDDATETIME';
    const sortOrder = readChoice(parameters, 'sortOrder', ORDERS) ?? 'DESC';
    const pages = listClientProposals(client, {
      jobPostingId,
      ...(filter && { filter }),
      sort: { field, sortOrder },
    });
    const found = await takeRecords(pages, limit, (proposal) => matchesFilter(proposal, filter ?? {}));
    return parameters.flag('simplify')
      ? found.map((node) => ({ ...toClientProposal(node, jobPostingId) }))
      : found.map((node) => ({ ...node }));
  },
};

/** Whether a proposal is what the filter asks for, as far as the proposal itself tells. */
function matchesFilter(
  { status, annotations, user }: ClientProposalNode,
  { status_eq, annotations_eq, freelancerId_eq }: ClientProposalFilter,
): boolean {
  if (status_eq && status?.status && status.status !== status_eq) return false;
  if (annotations_eq && annotations && !annotations.includes(annotations_eq)) return false;
  return !freelancerId_eq || !user || user.id === freelancerId_eq;
}
