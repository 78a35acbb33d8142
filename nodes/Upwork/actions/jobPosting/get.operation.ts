import { query } from '../../api';
import { jobPostingLocatorField, readJobPostingId } from '../../fields/locators/job';
import { outputOf, simplifyField } from '../../fields/simplify';
import { JOB_POSTING_FIELDS, toJobPosting } from '../../records/jobPosting';
import type { Operation } from '../operation';

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
  {
    batch: true,
    example: (first) => ({ id: first('JobPosting.id') }),
  },
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get one of your own job postings',
  description: 'Get one of your own job postings, with its number of proposals',
  output: 'jobPosting',
  permissions: ['Job Postings – Read-Only'],
  fields: [
    jobPostingLocatorField({ required: true, description: 'The job posting to get' }),
    simplifyField,
  ],

  async execute(client, parameters) {
    const { jobPosting: posting } = await client.send(document, {
      id: readJobPostingId(parameters),
    });
    return [outputOf(parameters, toJobPosting)(posting)];
  },
};
