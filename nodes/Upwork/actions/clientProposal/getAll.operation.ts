import { takeRecords } from '../../api';
import type {
  ClientProposalFilter,
  ClientProposalSortAttribute,
  ClientProposalSortAttributeType,
} from '../../api';
import type { Choice } from '../../fields/builders';
import { limitFields, readLimit } from '../../fields/limit';
import { jobPostingLocatorField, readJobPostingId } from '../../fields/locators/job';
import type { Parameters } from '../../fields/parameters';
import { outputOf, simplifyField } from '../../fields/simplify';
import { sortField } from '../../fields/sort';
import { listClientProposals } from '../../records/clientProposal.pages';
import { toClientProposal } from '../../records/clientProposal';
import type { ClientProposalNode } from '../../records/clientProposal';
import type { Operation } from '../operation';
import { clientProposalFilterField, readClientProposalFilter } from './filters';

type SortField = 'created' | 'modified' | 'rate' | 'earnings' | 'billedHours' | 'recommendation';
type Sort = `${SortField}Ascending` | `${SortField}Descending`;

const SORTS: Choice<Sort>[] = [
  { name: 'Fewest Billed Hours First', value: 'billedHoursAscending' },
  { name: 'Highest Earnings First', value: 'earningsDescending' },
  { name: 'Highest Rate First', value: 'rateDescending' },
  { name: 'Least Recently Changed First', value: 'modifiedAscending' },
  { name: 'Least Recommended First', value: 'recommendationAscending' },
  { name: 'Lowest Earnings First', value: 'earningsAscending' },
  { name: 'Lowest Rate First', value: 'rateAscending' },
  { name: 'Most Billed Hours First', value: 'billedHoursDescending' },
  { name: 'Most Recommended First', value: 'recommendationDescending' },
  { name: 'Newest First', value: 'createdDescending' },
  { name: 'Oldest First', value: 'createdAscending' },
  { name: 'Recently Changed First', value: 'modifiedDescending' },
];

const SORT_FIELDS: [SortField, ClientProposalSortAttributeType][] = [
  ['created', 'CREATEDDATETIME'],
  ['modified', 'MODIFIEDDATETIME'],
  ['rate', 'CHARGERATE'],
  ['earnings', 'EARNINGS'],
  ['billedHours', 'BILLEDHOURS'],
  ['recommendation', 'RECOMMENDATIONSCORE'],
];

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many received proposals',
  description: 'Get the received proposals for one of your job postings',
  output: 'clientProposal',
  permissions: ['Client Proposals – Read and Write'],
  fields: [
    jobPostingLocatorField({
      required: true,
      description: 'The job posting that the proposals are for',
    }),
    ...limitFields,
    sortField(SORTS, 'createdDescending', 'Which proposals come first'),
    simplifyField,
    clientProposalFilterField,
  ],

  async execute(client, parameters) {
    const jobPostingId = readJobPostingId(parameters);
    const limit = readLimit(parameters);
    const filter = readClientProposalFilter(parameters);
    const pages = listClientProposals(client, {
      jobPostingId,
      ...(filter && { filter }),
      sort: readSort(parameters),
    });
    const found = await takeRecords(pages, limit, (proposal) =>
      matchesFilter(proposal, filter ?? {}),
    );
    return found.map(outputOf(parameters, toClientProposal(jobPostingId)));
  },
};

function readSort(parameters: Parameters): ClientProposalSortAttribute {
  const sort = parameters.choice('sort', SORTS) ?? 'createdDescending';
  const [, field] = SORT_FIELDS.find(([name]) => sort.startsWith(name)) ?? [];
  return {
    field: field ?? 'CREATEDDATETIME',
    sortOrder: sort.endsWith('Ascending') ? 'ASC' : 'DESC',
  };
}

/** Whether a proposal matches the filter, as far as its own fields show. */
function matchesFilter(
  { status, annotations, user }: ClientProposalNode,
  { status_eq, annotations_eq, freelancerId_eq }: ClientProposalFilter,
): boolean {
  if (status_eq && status?.status && status.status !== status_eq) return false;
  if (annotations_eq && annotations && !annotations.includes(annotations_eq)) return false;
  return !freelancerId_eq || !user || user.id === freelancerId_eq;
}
