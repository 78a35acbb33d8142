import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { JobChanges } from '../sandbox/index.mts';
import type { Upwork } from './upwork.mts';

/** The action node's parameters for an operation on proposals. */
export const proposal = (operation: string, parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'proposal',
  operation,
  ...parameters,
});

/** Jobs to apply for. */
export const HOURLY = {
  contractType: 'HOURLY',
  hourlyMin: 20,
  hourlyMax: 90,
  budget: null,
} as const;
export const FIXED = {
  contractType: 'FIXED',
  budget: 500,
  hourlyMin: null,
  hourlyMax: null,
} as const;

/** The parameters for submitting a proposal for a job without questions. */
export const submit = (jobId: string, parameters: INodeParameters = {}): INodeParameters =>
  proposal('submit', {
    decidedByPerson: true,
    jobId,
    coverLetter: 'I would like to help.',
    bid: 45,
    ...parameters,
  });

/** The IDs of new jobs that the freelancer has not applied for, or has with `applied`. */
export function postJobs({ control }: Upwork, job: JobChanges = {}, count = 1): string[] {
  const jobs = control.addJobs({
    count,
    job: { applied: false, freelancersToHire: 1, screeningQuestions: [], ...job },
  });
  return jobs.map(({ id }) => id);
}

/** The output records of an operation for one empty item. */
export async function outputRecords(
  upwork: Upwork,
  parameters: INodeParameters,
): Promise<IDataObject[]> {
  const { items } = await upwork.connected().run(parameters);
  return items.map(({ json }) => json);
}

/** A value of a record that is known to be text. */
export const text = (value: unknown): string => String(value);

/** Removes permissions from the key. */
export function withdraw({ control, sandbox }: Upwork, ...missing: string[]): void {
  control.setPermissions({
    permissions: sandbox.permissions.filter((name) => !missing.includes(name)),
  });
}
