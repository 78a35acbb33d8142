import { takeRecords } from '../../api';
import type { JobPostingsFilter } from '../../api';
import { limitFields, readLimit } from '../../fields/limit';
import { outputOf, simplifyField } from '../../fields/simplify';
import { listJobPostings } from '../../records/jobPosting.pages';
import { toJobPosting } from '../../records/jobPosting';
import type { JobPostingNode } from '../../records/jobPosting';
import type { Operation } from '../operation';
import { postingFilterField, readPostingFilter } from './filters';

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many of your own job postings',
  description: 'Get your own job postings',
  output: 'jobPosting',
  permissions: ['Job Postings – Read-Only'],
  fields: [...limitFields, postingFilterField, simplifyField],

  async execute(client, parameters) {
    const filter = readPostingFilter(parameters);
    const limit = readLimit(parameters);
    const found = await takeRecords(listJobPostings(client, filter), limit, (posting) =>
      matchesFilter(posting, filter),
    );
    return found.map(outputOf(parameters, toJobPosting));
  },
};

/** Whether a posting matches the filter, as far as its own fields show. */
function matchesFilter(
  { info, visibility, contractTerms, classification }: JobPostingNode,
  { statusAndAccess_any, contractType_eq, categoryGroupIds_any }: JobPostingsFilter,
): boolean {
  const isOneOf = <T>(value: T | null | undefined, allowed: readonly T[] | null | undefined) =>
    !value || !allowed || allowed.includes(value);
  return (
    (statusAndAccess_any ?? [{}]).some(
      ({ statuses_any, accesses_any }) =>
        isOneOf(info?.status, statuses_any) && isOneOf(visibility, accesses_any),
    ) &&
    isOneOf(contractTerms?.contractType, contractType_eq && [contractType_eq]) &&
    isOneOf(classification?.category?.id, categoryGroupIds_any)
  );
}
