import type { INodeProperties } from 'n8n-workflow';

import { locatorField } from '../builders';
import { isId } from '../id';
import { ORGANIZATION_PATHS } from '../organization';
import type { Parameters } from '../parameters';
import { findIds, readLocator } from './locator';

/** Upwork: `~02` and the numeric ID; in the address of a page it may follow the title. */
const CIPHERTEXT = /~02(\d+)\b/g;

type JobField = Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'required'>;

const locator = (
  field: JobField,
  list: { searchListMethod: string; dependsOn?: string[] },
): INodeProperties =>
  locatorField(field, {
    ...list,
    url: {
      placeholder: 'e.g. https://www.upwork.com/jobs/~021234567890123456789',
      regex: '^https?://(www\\.)?upwork\\.com/.*~02\\d+.*$',
      errorMessage: "Not the URL of an Upwork job: it should contain '~02' and digits",
    },
    id: {
      placeholder: 'e.g. 1234567890123456789',
      regex: '^(~02)?\\d+$',
      errorMessage: 'Not a valid Upwork job ID',
    },
  });

/** Choosing a job on the marketplace. */
export const jobLocatorField = (description: string): INodeProperties =>
  locator(
    { displayName: 'Job', name: 'jobId', required: true, description },
    { searchListMethod: 'searchJobs' },
  );

/** Choosing one of the client's own job postings. */
export const jobPostingLocatorField = (
  field: Pick<INodeProperties, 'description' | 'required'>,
): INodeProperties =>
  locator(
    { displayName: 'Job Posting', name: 'jobPostingId', ...field },
    { searchListMethod: 'searchJobPostings', dependsOn: ORGANIZATION_PATHS },
  );

/** Choosing several of them. */
export const jobPostingsField = (description: string): INodeProperties => ({
  displayName: 'Job Postings',
  name: 'jobPostings',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  placeholder: 'Add Job Posting',
  default: {},
  description,
  options: [
    {
      displayName: 'Job Posting',
      name: 'jobPosting',
      values: [jobPostingLocatorField({ required: true, description: 'The job posting' })],
    },
  ],
});

const findJobIds = (entered: string): Set<string> => findIds(entered, CIPHERTEXT);

/** The numeric ID, which is what Upwork's API takes, from an ID, a ciphertext or a URL. */
export function parseJobId(entered: string): string | undefined {
  const [id, another] = findJobIds(entered);
  return another === undefined && id !== undefined && isId(id) ? id : undefined;
}

export const readJobId = (parameters: Parameters): string => readId(parameters, 'jobId');

export const readJobPostingId = (parameters: Parameters): string =>
  readId(parameters, 'jobPostingId');

/** The IDs in the field above, each once. */
export const readJobPostingIds = (parameters: Parameters): string[] => [
  ...new Set(parameters.entries('jobPostings.jobPosting').map(readJobPostingId)),
];

const readId = (parameters: Parameters, name: string): string =>
  readLocator(parameters, name, {
    find: findJobIds,
    problem: "is not a job's ID or URL",
    advice:
      'Enter the digits of the ID, or a URL such as https://www.upwork.com/jobs/~021234567890123456789.',
  });
