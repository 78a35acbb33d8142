import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CLIENT } from '../sandboxClient/ids.mts';
import type { Instance } from './instance.mts';

const asClient =
  (resource: string) =>
  (operation: string, parameters: INodeParameters = {}) => ({
    resource,
    operation,
    organizationId: { __rl: true, mode: 'id', value: CLIENT },
    ...parameters,
  });

/** The parameters of an operation on received proposals, or on job postings, for the client. */
export const clientProposal = asClient('clientProposal');
export const jobPosting = asClient('jobPosting');

/** The output records of an operation, without their pairing. */
export async function records(
  n8n: Instance,
  parameters: INodeParameters,
  input?: IDataObject[],
): Promise<IDataObject[]> {
  const { items } = await n8n.run(parameters, input && { input });
  return items.map(({ json }) => json);
}

/**
 * The IDs of the client's open job postings, newest first: they have 60, 34, 12 and no proposals.
 */
export async function openPostings(n8n: Instance): Promise<string[]> {
  const found = await records(
    n8n,
    jobPosting('getAll', { filters: { statuses: ['REQUESTED'] }, returnAll: true }),
  );
  return found.map(({ id }) => id as string);
}
