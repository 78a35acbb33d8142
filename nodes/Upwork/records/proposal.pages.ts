import { isLastPage, query, toConnectionPage } from '../api';
import type { Page, UpworkClient, VendorProposalFilter, VendorProposalSortAttribute } from '../api';
import { isoMoment } from './dates';
import { PROPOSAL_FIELDS } from './proposal';
import type { ProposalNode } from './proposal';
import type { ProposalStatus } from './proposalStatus';

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
  { batch: true },
);

/** Upwork: more than 40 at once are refused. */
const PAGE_SIZE = 20;

export interface ProposalQuery {
  statuses: readonly ProposalStatus[];
  filter: Omit<VendorProposalFilter, 'status_eq'>;
  sort: VendorProposalSortAttribute;
}

/** Upwork's list of one status, as far as it was read. */
interface StatusList {
  status: ProposalStatus;
  after: string | null;
  isLast: boolean;
  /** Read, but not returned yet. */
  buffer: ProposalNode[];
}

/**
 * The proposals of several statuses in one order, each once. Upwork has a list for each status, with
 * pages of its own, and a proposal may be in several. Lists that ran out get their next page in one
 * request.
 */
export async function* listProposals(
  client: UpworkClient,
  { statuses, filter, sort }: ProposalQuery,
): AsyncGenerator<Page<ProposalNode>> {
  const lists = statuses.map(
    (status): StatusList => ({ status, after: null, isLast: false, buffer: [] }),
  );
  const seen = new Set<string>();
  for (let isLast = false; !isLast; ) {
    await Promise.all(
      lists.filter(needsPage).map(async (list) => {
        await readNextPage(client, list, filter, sort);
      }),
    );
    const records: ProposalNode[] = [];
    // Which proposal comes next is known only while each list that goes on shows its own next one.
    while (!lists.some(needsPage)) {
      const next = listInFront(lists, sort)?.buffer.shift();
      if (!next) break;
      if (!seen.has(next.id)) records.push(next);
      seen.add(next.id);
    }
    isLast = lists.every((list) => list.isLast && list.buffer.length === 0);
    yield { records, isLast };
  }
}

const needsPage = (list: StatusList): boolean => !list.isLast && list.buffer.length === 0;

async function readNextPage(
  client: UpworkClient,
  list: StatusList,
  filter: ProposalQuery['filter'],
  sort: VendorProposalSortAttribute,
): Promise<void> {
  const { vendorProposals } = await client.send(document, {
    filter: { ...filter, status_eq: list.status },
    sort,
    pagination: { first: PAGE_SIZE, after: list.after },
  });
  const page = toConnectionPage(vendorProposals);
  list.buffer = page.records;
  list.isLast = isLastPage(page, list.after);
  list.after = page.endCursor ?? list.after;
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
  const [first, ...rest] = lists.filter(({ buffer }) => buffer.length > 0);
  return rest.reduce((front, list) => (front && isBefore(list, front) ? list : front), first);
}
