import { query } from '../../../../api';
import { acceptedOrRefused, allMatch, allOf, findIn, held, notHeld, notSeen } from '../assumption';
import type { Assumption, Finding } from '../assumption';

const aliases = query(
  'CheckAliases',
  /* GraphQL */ `
    query CheckAliases {
      u1: user {
        id
      }
      u2: user {
        id
      }
      u3: user {
        id
      }
      u4: user {
        id
      }
      u5: user {
        id
      }
      u6: user {
        id
      }
      u7: user {
        id
      }
      u8: user {
        id
      }
      u9: user {
        id
      }
      u10: user {
        id
      }
      u11: user {
        id
      }
      u12: user {
        id
      }
    }
  `,
);

const failingAlias = query(
  'CheckFailingAlias',
  /* GraphQL */ `
    query CheckFailingAlias($id: ID!) {
      known: marketplaceJobPosting(id: $id) {
        id
      }
      unknown: marketplaceJobPosting(id: "1") {
        id
      }
    }
  `,
  { example: (first) => ({ id: first('MarketplaceJobPostingSearchResult.id') }) },
);

const firstRoom = query(
  'CheckFirstRoom',
  /* GraphQL */ `
    query CheckFirstRoom {
      roomList(pagination: { first: 1 }) {
        totalCount
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
);

const firstJob = query(
  'CheckFirstJob',
  /* GraphQL */ `
    query CheckFirstJob {
      marketplaceJobPostingsSearch(
        marketPlaceJobFilter: { pagination_eq: { first: 1, after: "0" } }
        searchType: USER_JOBS_SEARCH
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
);

const otherRange = query(
  'CheckMessageRange',
  /* GraphQL */ `
    query CheckMessageRange($roomId: ID!) {
      roomStories(
        filter: {
          roomId_eq: $roomId
          storyFilter: {
            storyCreatedDateTime_bt: { rangeStart: "2020-01-01T00:00:00+0000" }
            pagination: { first: 1 }
          }
        }
      ) {
        pageInfo {
          endCursor
        }
      }
    }
  `,
  { example: (first) => ({ roomId: first('Room.id') }) },
);

export const transport: readonly Assumption[] = [
  {
    fact: 'A query can hold the same field several times under aliases; batches of 10 are in use, and 12 were seen.',
    documents: [aliases],
    check: (evidence) => findIn(evidence, aliases, () => held('12 aliases worked.')),
  },
  {
    fact: 'If one alias fails, the data of the others may be lost too. Only an error with a `path` belongs to one alias.',
    documents: [failingAlias],
    check(evidence) {
      const response = evidence.inspection(failingAlias)?.response;
      const [error] = response?.errors ?? [];
      if (!response || !error) return notSeen('No alias failed.');
      const isKept = (response.data.known ?? null) !== null;
      return held(
        `Upwork ${isKept ? 'returned' : 'did not return'} the data of the other alias. The error had ${error.path.length > 0 ? 'a' : 'no'} path.`,
      );
    },
  },
  {
    fact: 'A large batch may end in "Transform timeout". A smaller one has a better chance.',
    check: (evidence) =>
      evidence.failures().some(({ timedOut = false }) => timedOut)
        ? held('A request timed out.')
        : notSeen('No request timed out.'),
  },
  {
    fact: "Lists are connections: the records are the `node` of their `edges`. An edge or node is null if a record can't be shown.",
    check(evidence) {
      const nulls = evidence.nulls().map(([type, count]) => `${type}: ${count}`);
      return nulls.length > 0
        ? held(`Nulls: ${nulls.join(', ')}.`)
        : notSeen('No list contained a null.');
    },
  },
  {
    fact: "`hasNextPage` isn't reliable: for rooms it is always false. Only that of the job search is trusted.",
    documents: [firstRoom, firstJob],
    check: (evidence) =>
      allOf([
        findIn(evidence, firstRoom, ({ roomList }) => flagOf('Rooms', roomList, false)),
        findIn(evidence, firstJob, ({ marketplaceJobPostingsSearch }) =>
          flagOf('Jobs', marketplaceJobPostingsSearch, true),
        ),
      ]),
  },
  {
    fact: "A list ends on a page without new edges, or whose cursor is null or doesn't change; never because all nodes are null.",
    check: () => notSeen('The check only reads first pages.'),
  },
  {
    fact: 'Dates look like `2025-10-16T06:06:47+0000`. Times in messaging look like `2026-09-16T22:52:15.448Z`.',
    check: (evidence) =>
      allOf([
        allMatch(
          evidence.texts('MarketplaceJobPostingSearchResult.publishedDateTime'),
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/,
          'dates of jobs',
        ),
        allMatch(
          evidence.texts('RoomStory.createdDateTime'),
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
          'times of messages',
        ),
      ]),
  },
  {
    fact: "Times that limit a list of messages are sent in the format of messaging. Whether Upwork accepts the other format isn't known.",
    documents: [otherRange],
    check: (evidence) => acceptedOrRefused(evidence, otherRange, 'the other format'),
  },
  {
    fact: 'The `rawValue` of some dates is epoch milliseconds as text.',
    check(evidence) {
      const values = evidence.texts('DateTime.rawValue');
      if (values.length === 0) return notSeen('Upwork returned no such dates.');
      const count = values.filter((value) => /^\d{12,}$/.test(value)).length;
      const details = `${count} of ${values.length} values are epoch milliseconds.`;
      return count > 0 ? held(details) : notHeld(details);
    },
  },
  {
    fact: "The `rawValue` of money is a decimal number as text. An amount of 0 stands for a price that wasn't given.",
    check: (evidence) => allMatch(evidence.texts('Money.rawValue'), /^-?\d+(\.\d+)?$/, 'amounts'),
  },
];

interface FirstPage {
  totalCount?: number | null | undefined;
  pageInfo?: { hasNextPage?: boolean | null | undefined } | null | undefined;
}

/** Whether `hasNextPage` of a first page with one record is as expected. */
function flagOf(what: string, page: FirstPage | null | undefined, expected: boolean): Finding {
  const flag = page?.pageInfo?.hasNextPage;
  if ((page?.totalCount ?? 0) < 2) return notSeen(`${what}: there is no second page.`);
  const details = `${what}: ${String(flag)} on the first of several pages.`;
  return flag === expected ? held(details) : notHeld(details);
}
