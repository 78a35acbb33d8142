// The public interface of api/: code outside this folder imports nothing else from it.
export { isOrganizationId } from './auth/organizationId';
export { systemClock } from './clock';
export type { Clock } from './clock';
export { upworkClient } from './client';
export type { UpworkClient } from './client';
export type { ApiFailure, ErrorText } from './errors/failure';
export { howToGrantPermission, PERMISSIONS } from './errors/permissions';
export type { Permission, PermissionName } from './errors/permissions';
export { recordNotFound } from './errors/recordNotFound';
export type { RecordName } from './errors/recordNotFound';
export { UpworkApiError } from './errors/UpworkApiError';
export { BATCH_SIZE } from './graphql/batch';
export type { DocumentField } from './graphql/compiledDocument';
export { sentence } from './errors/sentence';
export { mutation, queries, query } from './graphql/document';
export type { GraphqlDocument, QueryDocument } from './graphql/document';
export type { Inspection } from './graphql/inspect';
export {
  BY_CURSOR,
  FROM_ZERO,
  isLastPage,
  mapPages,
  paginate,
  takeRecords,
  toConnectionPage,
  ZERO_CURSOR,
} from './graphql/pages';
export type { ConnectionPage, CountedPage, Page, PagedList, PageOrder } from './graphql/pages';
export type { PartialData } from './graphql/partialData';
export type * from './graphql/schema.generated';
export { warnOfEmptyResult, withOrganizationAdvice, wrongSideAdvice } from './organizationAdvice';
export { organizationKind, organizationSide } from './organizationKind';
export type { OrganizationKind, OrganizationSide } from './organizationKind';
export { MAX_CONCURRENT } from './rateLimit/rateLimiter';
export { beginPoll } from './state';
export type { LimitHeaders } from './state';
