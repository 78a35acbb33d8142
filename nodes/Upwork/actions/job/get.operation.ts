import { query } from '../../api';
import { jobLocatorField, readJobId } from '../../fields/locators/job';
import { outputOf, simplifyField } from '../../fields/simplify';
import { JOB_CONTENTS_FIELDS, JOB_FIELDS, toJobFromPosting } from '../../records/job';
import type { Operation } from '../operation';

const document = query(
  'JobGet',
  /* GraphQL */ `
    query JobGet($id: ID!) {
      marketplaceJobPosting(id: $id) {
        ...JobFields
      }
      marketplaceJobPostingsContents(ids: [$id]) {
        ...JobContentsFields
      }
    }
    ${JOB_FIELDS}
    ${JOB_CONTENTS_FIELDS}
  `,
  {
    batch: true,
    example: (first) => ({ id: first('MarketplaceJobPostingSearchResult.id') }),
  },
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get a job',
  description: 'Get one job posting',
  output: 'job',
  permissions: ['Read marketplace Job Postings'],
  fields: [jobLocatorField('The job posting to get'), simplifyField],

  async execute(client, parameters) {
    const id = readJobId(parameters);
    const {
      marketplaceJobPosting: posting,
      marketplaceJobPostingsContents: [contents],
    } = await client.send(document, { id });
    if (!posting) {
      throw parameters.invalid('jobId', `names the job ${id}, which Upwork can't find`);
    }
    return [outputOf(parameters, toJobFromPosting)({ ...posting, ...contents })];
  },
};
