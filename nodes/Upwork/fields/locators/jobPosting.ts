import type { INodeProperties } from 'n8n-workflow';

import { jobLocator } from './job';

/** Choosing one of the client's own job postings. */
export const jobPostingLocator = (
  field: Pick<INodeProperties, 'description' | 'required'>,
): INodeProperties =>
  jobLocator({ displayName: 'Job Posting', name: 'jobPostingId', ...field }, 'searchJobPostings');
