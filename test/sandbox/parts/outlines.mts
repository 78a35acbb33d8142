import type { Part } from './part.mts';

/** Parts of Upwork that are only there to be asked for: empty, behind their permissions. */
export function outlinesPart(): Part {
  return {
    needs: { 'Query.roomList': 'Messaging – Read-Only' },
    enterpriseOnly: [],
    roots: {
      roomList: () => ({ totalCount: 0, pageInfo: { endCursor: null, hasNextPage: false } }),
    },
  };
}
