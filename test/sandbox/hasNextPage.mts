import type { GraphQLFieldResolver } from 'graphql';

/** The one list whose word on whether it goes on is good. */
const HONEST = 'MarketplaceJobPostingSearchConnection';

/**
 * Upwork: of rooms, `hasNextPage` is false whether more follow or not, and other lists are not to be
 * trusted either. @returns whether a field is such a flag
 */
export function isLyingFlag({
  parentType,
  fieldName,
  path,
}: Parameters<GraphQLFieldResolver<unknown, unknown>>[3]): boolean {
  return (
    parentType.name === 'PageInfo' && fieldName === 'hasNextPage' && path.prev?.typename !== HONEST
  );
}
