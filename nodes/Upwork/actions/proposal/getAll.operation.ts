import type { VendorProposalSortAttribute } from '../../api';
import { toProposal } from '../../records/proposal';
import type { Choice } from '../../fields/builders';
import { choiceField, idTextField, readChoice, textField } from '../../fields/builders';
import { jobIdIn } from '../../fields/locators/job';
import { limitFields, readLimit, takeRecords } from '../../fields/limit';
import type { Operation } from '../operation';
import type { Parameters } from '../../fields/parameters';
import { simplifyField } from '../../fields/simplify';
import { listProposals } from '../../records/proposal.pages';
import type { ProposalQuery } from '../../records/proposal.pages';
import { hasStatus, STATUSES } from '../../records/proposalStatus';

const SORTS: Record<Sort, VendorProposalSortAttribute> = {
  createdDescending: { field: 'CREATEDDATETIME', sortOrder: 'DESC' },
  createdAscending: { field: 'CREATEDDATETIME', sortOrder: 'ASC' },
  modifiedDescending: { field: 'MODIFIEDDATETIME', sortOrder: 'DESC' },
  modifiedAscending: { field: 'MODIFIEDDATETIME', sortOrder: 'ASC' },
};

const SORT_NAMES = [
  'createdDescending',
  'createdAscending',
  'modifiedDescending',
  'modifiedAscending',
] as const;
type Sort = (typeof SORT_NAMES)[number];

const ANNOTATIONS: Choice<'Hidden' | 'OnHold'>[] = [
  { name: 'Hidden', value: 'Hidden' },
  { name: 'On Hold', value: 'OnHold' },
];

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many of your own proposals',
  description: 'Get your own proposals, of all statuses or of some',
  output: 'proposal',
  permission: 'Read marketplace Job Postings',
  fields: [
    {
      displayName: 'Statuses',
      name: 'statuses',
      type: 'multiOptions',
      options: STATUSES.map((status) => ({ name: status, value: status })),
      default: [],
      description: "Which proposals to get, in Upwork's words. Leave empty for all.",
    },
    ...limitFields,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      options: [
        choiceField('Annotation', 'annotation', 'Only proposals that are marked so', ANNOTATIONS),
        idTextField(
          'Freelancer ID',
          'freelancerId',
          'Only the proposals of this member of your agency',
        ),
        {
          ...textField(
            'Jobs',
            'jobIds',
            'Only proposals for these job postings: their IDs or addresses, with commas in between',
          ),
          placeholder: 'e.g. 1234567890123456789, …',
        },
      ],
    },
    {
      displayName: 'Sort By',
      name: 'sort',
      type: 'options',
      options: [
        { name: 'Newest First', value: 'createdDescending' },
        { name: 'Oldest First', value: 'createdAscending' },
        { name: 'Recently Changed First', value: 'modifiedDescending' },
        { name: 'Recently Changed Last', value: 'modifiedAscending' },
      ],
      default: 'createdDescending',
      description: 'Which proposals come first',
    },
    simplifyField,
  ],

  async execute(client, parameters) {
    const limit = readLimit(parameters);
    const wanted = readWanted(parameters);
    const proposals = await takeRecords(listProposals(client, wanted), limit, ({ status }) =>
      hasStatus(status?.status, wanted.statuses),
    );
    return parameters.flag('simplify')
      ? proposals.map((proposal) => ({ ...toProposal(proposal) }))
      : proposals.map((proposal) => ({ ...proposal }));
  },
};

function readWanted(parameters: Parameters): ProposalQuery {
  const statuses = parameters.options('statuses', STATUSES);
  const annotation = readChoice(parameters, 'filters.annotation', ANNOTATIONS);
  const freelancerId = parameters.text('filters.freelancerId');
  const jobIds = parameters.texts('filters.jobIds').map((entered) => {
    const id = jobIdIn(entered);
    if (id !== undefined) return id;
    throw parameters.invalid(
      'filters.jobIds',
      `has what is neither a job's ID nor its address: "${entered}"`,
    );
  });
  return {
    statuses: statuses.length > 0 ? statuses : STATUSES,
    filter: {
      ...(annotation && { annotations_eq: annotation }),
      ...(freelancerId !== undefined && { freelancerId_eq: freelancerId }),
      ...(jobIds.length > 0 && { jobPostingIds_any: jobIds }),
    },
    sort: SORTS[parameters.option('sort', SORT_NAMES) ?? 'createdDescending'],
  };
}
