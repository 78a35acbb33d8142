import { takeRecords } from '../../api';
import type { VendorProposalSortAttribute } from '../../api';
import { choiceField, idField, textField } from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import { quoted } from '../../fields/id';
import { limitFields, readLimit } from '../../fields/limit';
import { parseJobId } from '../../fields/locators/job';
import type { Parameters } from '../../fields/parameters';
import { outputOf, simplifyField } from '../../fields/simplify';
import { listProposals } from '../../records/proposal.pages';
import type { ProposalQuery } from '../../records/proposal.pages';
import { toProposal } from '../../records/proposal';
import {
  hasStatus,
  PROPOSAL_STATUS_CHOICES,
  PROPOSAL_STATUSES,
} from '../../records/proposalStatus';
import type { Operation } from '../operation';

type Sort = 'createdDescending' | 'createdAscending' | 'modifiedDescending' | 'modifiedAscending';

const SORTS: Choice<Sort>[] = [
  { name: 'Newest First', value: 'createdDescending' },
  { name: 'Oldest First', value: 'createdAscending' },
  { name: 'Recently Changed First', value: 'modifiedDescending' },
  { name: 'Recently Changed Last', value: 'modifiedAscending' },
];

const SORT_ATTRIBUTES: Record<Sort, VendorProposalSortAttribute> = {
  createdDescending: { field: 'CREATEDDATETIME', sortOrder: 'DESC' },
  createdAscending: { field: 'CREATEDDATETIME', sortOrder: 'ASC' },
  modifiedDescending: { field: 'MODIFIEDDATETIME', sortOrder: 'DESC' },
  modifiedAscending: { field: 'MODIFIEDDATETIME', sortOrder: 'ASC' },
};

const ANNOTATIONS: Choice<'Hidden' | 'OnHold'>[] = [
  { name: 'Hidden', value: 'Hidden' },
  { name: 'On Hold', value: 'OnHold' },
];

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many of your own proposals',
  description: 'Get your own proposals, with all statuses or only some',
  output: 'proposal',
  permissions: ['Own proposals (name not known)'],
  fields: [
    {
      displayName: 'Statuses',
      name: 'statuses',
      type: 'multiOptions',
      options: PROPOSAL_STATUS_CHOICES,
      default: [],
      description: 'Only proposals with these statuses. Leave empty for all.',
    },
    ...limitFields,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      options: [
        choiceField(
          'Annotation',
          'annotation',
          'Only proposals that are marked this way',
          ANNOTATIONS,
        ),
        idField(
          'Freelancer ID',
          'freelancerId',
          'Only the proposals of this member of your agency',
        ),
        {
          ...textField(
            'Jobs',
            'jobIds',
            'Only proposals for these jobs. Enter IDs or URLs, separated by commas.',
          ),
          placeholder: 'e.g. 1234567890123456789, …',
        },
      ],
    },
    {
      displayName: 'Sort By',
      name: 'sort',
      type: 'options',
      options: SORTS,
      default: 'createdDescending',
      description: 'Which proposals come first',
    },
    simplifyField,
  ],

  async execute(client, parameters) {
    const limit = readLimit(parameters);
    const query = readQuery(parameters);
    const proposals = await takeRecords(listProposals(client, query), limit, ({ status }) =>
      hasStatus(status?.status, query.statuses),
    );
    return proposals.map(outputOf(parameters, toProposal));
  },
};

function readQuery(parameters: Parameters): ProposalQuery {
  const annotation = parameters.choice('filters.annotation', ANNOTATIONS);
  const freelancerId = parameters.optionalId('filters.freelancerId');
  const jobIds = parameters.list('filters.jobIds')?.map((entered) => {
    const id = parseJobId(entered);
    if (id !== undefined) return id;
    throw parameters.invalid(
      'filters.jobIds',
      `has an entry that is not a job's ID or URL: ${quoted(entered)}`,
    );
  });
  return {
    statuses: parameters.choices('statuses', PROPOSAL_STATUS_CHOICES) ?? PROPOSAL_STATUSES,
    filter: {
      ...(annotation && { annotations_eq: annotation }),
      ...(freelancerId !== undefined && { freelancerId_eq: freelancerId }),
      ...(jobIds && { jobPostingIds_any: jobIds }),
    },
    sort: SORT_ATTRIBUTES[parameters.choice('sort', SORTS) ?? 'createdDescending'],
  };
}
