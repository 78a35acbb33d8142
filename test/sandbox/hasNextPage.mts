import type { GraphQLFieldResolver } from 'graphql';

/** The only list whose `hasNextPage` is reliable. */
const RELIABLE_CONNECTION = 'MarketplaceJobPostingSearchConnection';

/**
 * Upwork: for rooms, `hasNextPage` is always false, and in other lists it isn't reliable either.
 * @returns whether a field is such a flag
 */
export function isUnreliableFlag({
  parentType,
  fieldName,
  path,
}: Parameters<GraphQLFieldResolver<unknown, unknown>>[3]): boolean {
  return (
    parentType.name === 'PageInfo' &&
    fieldName === 'hasNextPage' &&
    path.prev?.typename !== RELIABLE_CONNECTION
  );
}
