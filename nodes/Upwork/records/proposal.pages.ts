import { BY_CURSOR, paginate, query, toConnectionPage } from '../api';
import type {
  CountedPage,
  Page,
  PagedList,
  UpworkClient,
  VendorProposalFilter,
  VendorProposalSortAttribute,
} from '../api';
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
  {
    batch: true,
    example: () => ({
      filter: { status_eq: 'Accepted' },
      sort: { field: 'CREATEDDATETIME', sortOrder: 'DESC' },
      pagination: { first: PAGE_SIZE },
    }),
  },
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
  pages: AsyncGenerator<CountedPage<ProposalNode>>;
  /** The page that was read last. */
  latest: Omit<CountedPage<ProposalNode>, 'records'>;
  /** Read, but not returned yet. */
  buffer: ProposalNode[];
}

/**
 * The proposals of several statuses in one order, each once. Upwork has a list for each status,
 * with pages of its own, and a proposal may be in several. Lists with an empty buffer get their
 * next page in one request, together with those that have probably ended.
 */
export async function* listProposals(
  client: UpworkClient,
  { statuses, filter, sort }: ProposalQuery,
): AsyncGenerator<Page<ProposalNode>> {
  const lists = statuses.map(
    (status): StatusList => ({
      pages: paginate(proposalPages(client, { ...filter, status_eq: status }, sort).fetchPage),
      latest: { edgeCount: 0, isLast: false },
      buffer: [],
    }),
  );
  const seen = new Set<string>();
  for (let isLast = false; !isLast; ) {
    await Promise.all(
      lists
        .filter((list) => needsPage(list) || hasProbablyEnded(list))
        .map(async (list) => {
          await readNextPage(list);
        }),
    );
    const records: ProposalNode[] = [];
    // Which proposal comes next is known only while every unfinished list has one in its buffer.
    while (!lists.some(needsPage)) {
      const next = listInFront(lists, sort)?.buffer.shift();
      if (!next) break;
      if (!seen.has(next.id)) records.push(next);
      seen.add(next.id);
    }
    isLast = lists.every((list) => list.latest.isLast && list.buffer.length === 0);
    yield { records, isLast };
  }
}

const needsPage = ({ latest, buffer }: StatusList): boolean =>
  !latest.isLast && buffer.length === 0;

/** Only the next page shows it for certain. */
const hasProbablyEnded = ({ latest }: StatusList): boolean =>
  !latest.isLast && latest.edgeCount < PAGE_SIZE;

async function readNextPage(list: StatusList): Promise<void> {
  const { value, done } = await list.pages.next();
  if (done) return;
  list.latest = value;
  list.buffer.push(...value.records);
}

/** Upwork's list of one status. */
export const proposalPages = (
  client: UpworkClient,
  filter: VendorProposalFilter,
  sort: VendorProposalSortAttribute,
): PagedList<ProposalNode> => ({
  order: BY_CURSOR,
  async fetchPage(after) {
    const { vendorProposals } = await client.send(document, {
      filter,
      sort,
      pagination: { first: PAGE_SIZE, after },
    });
    return toConnectionPage(vendorProposals);
  },
});

/** The list whose next proposal comes first. */
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
