import { query } from '../../api/documents/document';
import { JOB_POSTING_FIELDS, jobPostingRecord } from '../../output/jobPosting';
import { readJobId } from '../job/locator';
import type { Operation } from '../operation';
import { readTogether } from '../readTogether';
import { simplifyField } from '../simplify';
import { jobPostingLocator } from './locator';

const document = query(
  'JobPostingGet',
  /* GraphQL */ `
    query JobPostingGet($id: ID!) {
      jobPosting(jobPostingId: $id) {
        ...JobPostingFields
      }
    }
    ${JOB_POSTING_FIELDS}
  `,
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get one of your own job postings',
  description: "Get one of the client's own job postings, with how many proposals it has",
  output: 'jobPosting',
  permission: 'Job Postings – Read-Only',
  fields: [
    jobPostingLocator({ required: true, description: 'The job posting to get' }),
    simplifyField,
  ],

  ...readTogether(
    document,
    (parameters) => ({ id: readJobId(parameters, 'jobPostingId') }),
    ({ jobPosting: posting }, parameters) =>
      parameters.flag('simplify') ? [{ ...jobPostingRecord(posting) }] : [posting],
  ),
};
