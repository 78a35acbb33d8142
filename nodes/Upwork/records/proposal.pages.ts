import { isLastPage, query, sendAll, toConnectionPage } from '../api';
import type { Page, UpworkClient, VendorProposalFilter, VendorProposalSortAttribute, VendorProposalStatusFilterInput } from '../api';
import { isoMoment } from './dates';
import { PROPOSAL_FIELDS } from './proposal';
import type { ProposalNode } from './proposal';
import { valueOf } from '../actions/settle';

/** Upwork: all three arguments are required. */
const document = query(
  'ProposalList',
  /* GraphQL */ `
    query ProposalList(
      $filter: VendorProposalFilter!
      $sort: VendorProposalSortAttribute!
      $pagination: Pagination!
    ) {
      vendorProposals(filter: $filter, sortAttribute: $sort, pagination: $pagination) {
        pageInfo {
          endCursor
          hasNextPage
        }
        edges {
          node {
            ...ProposalFields
          }
        }
      }
    }
    ${PROPOSAL_FIELDS}
  `,
);

/** Upwork: more than 40 at once are refused. */
const PAGE_SIZE = 20;

export interface ProposalQuery {
  statuses: readonly VendorProposalStatusFilterInput[];
  filter: Omit<VendorProposalFilter, 'status_eq'>;
  sort: VendorProposalSortAttribute;
}

/** Upwork's list of one status, as far as it was read. */
interface StatusList {
  status: VendorProposalStatusFilterInput;
  after: string | null;
  isLast: boolean;
  /** Read, but not given yet. */
  buffer: ProposalNode[];
}

/**
 * The proposals of several statuses in one order, each once. Upwork has a list for each status, with
 * pages of its own, and a proposal may be in several. Lists that ran out get their next page together.
 */
export async function* listProposals(
  client: UpworkClient,
  { statuses, filter, sort }: ProposalQuery,
): AsyncGenerator<Page<ProposalNode>> {
  const lists = statuses.map(
    (status): StatusList => ({
      status,
      after: null,
      isLast: false,
      buffer: [],
    }),
  );
  const seen = new Set<string>();
  for (let isLast = false; !isLast; ) {
    await readNextPages(client, lists.filter(isExhausted), filter, sort);
    const records: ProposalNode[] = [];
    // Which proposal comes next is known only while each list that goes on shows its own next one.
    while (!lists.some(isExhausted)) {
      const next = listInFront(lists, sort)?.buffer.shift();
      if (!next) break;
      if (!seen.has(next.id)) records.push(next);
      seen.add(next.id);
    }
    isLast = lists.every((list) => list.isLast && list.buffer.length === 0);
    yield { records, isLast };
  }
}

const isExhausted = (list: StatusList): boolean => !list.isLast && list.buffer.length === 0;

async function readNextPages(
  client: UpworkClient,
  lists: readonly StatusList[],
  filter: ProposalQuery['filter'],
  sort: VendorProposalSortAttribute,
): Promise<void> {
  const answers = await sendAll(
    lists.map(({ status, after }) =>
      client.prepare(document, {
        filter: { ...filter, status_eq: status },
        sort,
        pagination: { first: PAGE_SIZE, after },
      }),
    ),
  );
  for (const [place, list] of lists.entries()) {
    const page = toConnectionPage(valueOf(answers[place]).vendorProposals);
    list.buffer = page.records;
    list.isLast = isLastPage(page, list.after);
    list.after = page.endCursor ?? list.after;
  }
}

/** The list whose next proposal is the next of all. */
function listInFront(
  lists: readonly StatusList[],
  { field, sortOrder }: VendorProposalSortAttribute,
): StatusList | undefined {
  const momentOf = ({ buffer: [next] }: StatusList): string => {
    const created = isoMoment(next?.auditDetails?.createdDateTime) ?? '';
    const modified = isoMoment(next?.auditDetails?.modifiedDateTime);
    return field === 'MODIFIEDDATETIME' ? (modified ?? created) : created;
  };
  const isBefore = (one: StatusList, other: StatusList): boolean =>
    sortOrder === 'DESC' ? momentOf(one) > momentOf(other) : momentOf(one) < momentOf(other);
  return lists
    .filter(({ buffer }) => buffer.length > 0)
    .reduce<
      StatusList | undefined
    >((first, list) => (first && !isBefore(list, first) ? first : list), undefined);
}
