import { query } from '../../api';
import { JOB_POSTING_FIELDS, toJobPosting } from '../../records/jobPosting';
import { readJobId } from '../../fields/locators/job';
import type { Operation } from '../operation';
import { readTogether } from '../readTogether';
import { simplifyField } from '../../fields/simplify';
import { jobPostingLocator } from '../../fields/locators/jobPosting';

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
      parameters.flag('simplify') ? [{ ...toJobPosting(posting) }] : [posting],
  ),
};
