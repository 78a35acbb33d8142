import type { JobPostingsFilter } from '../../graphql.generated';
import { jobPostingRecord } from '../../output/jobPosting';
import type { JobPostingNode } from '../../output/jobPosting';
import { limitFields, readLimit, takeFrom } from '../limit';
import type { Operation } from '../operation';
import { simplifyField } from '../simplify';
import { postingFilterField, readPostingFilter } from './filterFields';
import { postingPages } from './postingPages';

export const getAll: Operation = {
  value: 'getAll',
  name: 'Get Many',
  action: 'Get many of your own job postings',
  description: "Get the client's own job postings",
  output: 'jobPosting',
  permission: 'Job Postings – Read-Only',
  fields: [...limitFields, postingFilterField, simplifyField],

  async execute(client, parameters) {
    const filter = readPostingFilter(parameters);
    const limit = readLimit(parameters);
    const found = await takeFrom(postingPages(client, filter), limit, (posting) =>
      fits(posting, filter),
    );
    return parameters.flag('simplify')
      ? found.map((node) => ({ ...jobPostingRecord(node) }))
      : found.map((node) => ({ ...node }));
  },
};

/** Whether a posting is what the filter asks for, as far as the posting itself tells. */
function fits(
  { info, visibility, contractTerms, classification }: JobPostingNode,
  { statusAndAccess_any, contractType_eq, categoryGroupIds_any }: JobPostingsFilter,
): boolean {
  const isOneOf = <T>(value: T | null | undefined, wanted: readonly T[] | null | undefined) =>
    !value || !wanted || wanted.includes(value);
  return (
    (statusAndAccess_any ?? [{}]).some(
      ({ statuses_any, accesses_any }) =>
        isOneOf(info?.status, statuses_any) && isOneOf(visibility, accesses_any),
    ) &&
    isOneOf(contractTerms?.contractType, contractType_eq && [contractType_eq]) &&
    isOneOf(classification?.category?.id, categoryGroupIds_any)
  );
}
