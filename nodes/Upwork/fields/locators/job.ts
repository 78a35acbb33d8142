import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters';

/** Upwork: `~02` and the numeric id; in a page's address it may follow the title. */
const CIPHERTEXT = /~02(\d+)/;
const NUMERIC_ID = /^\d+$/;
const URL_OF_A_JOB = '^https?://(www\\.)?upwork\\.com/.*~02\\d+.*$';

/** Choosing one job, from the list that the method gives. */
export const jobLocator = (
  field: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'required'>,
  searchListMethod: string,
): INodeProperties => ({
  ...field,
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: `Select a ${field.displayName.toLowerCase()}…`,
      typeOptions: { searchListMethod, searchable: true },
    },
    {
      displayName: 'By URL',
      name: 'url',
      type: 'string',
      placeholder: 'e.g. https://www.upwork.com/jobs/~021234567890123456789',
      validation: [
        {
          type: 'regex',
          properties: {
            regex: URL_OF_A_JOB,
            errorMessage: "Not the address of an Upwork job: it should contain '~02' and digits",
          },
        },
      ],
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. 1234567890123456789',
      validation: [
        {
          type: 'regex',
          properties: { regex: '^(~02)?\\d+$', errorMessage: 'Not a valid Upwork job ID' },
        },
      ],
    },
  ],
});

export const jobLocatorField = jobLocator(
  { displayName: 'Job', name: 'jobId', required: true, description: 'The job posting to get' },
  'searchJobs',
);

/** The numeric id, which is what Upwork's API takes, from an id, a ciphertext or a job's address. */
export const jobIdIn = (entered: string): string | undefined =>
  NUMERIC_ID.test(entered) ? entered : CIPHERTEXT.exec(entered)?.[1];

/** The id of the chosen job. */
export function readJobId(parameters: Parameters, name = 'jobId'): string {
  const entered = parameters.locator(name);
  if (entered === undefined) throw parameters.invalid(name, 'is empty');
  const id = jobIdIn(entered);
  if (id === undefined) {
    throw parameters.invalid(
      name,
      `is neither a job's ID nor its address: "${entered}"`,
      'Enter the digits of the ID, or an address such as https://www.upwork.com/jobs/~021234567890123456789.',
    );
  }
  return id;
}
