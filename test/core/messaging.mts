import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isListOf, isObject } from '../sandbox/guards.mts';
import { ME } from '../sandboxClient/ids.mts';
import type { Instance } from './instance.mts';
import { outputRecords, postJobs, proposal, text } from './proposals.mts';
import type { Upwork } from './upwork.mts';

// Helpers for the tests of rooms and messages.

/** The error after a change whose outcome is unknown. */
export const UNCERTAIN = 'may have been made. Check on Upwork before you run this again.';

export const room = (operation: string, parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'room',
  operation,
  ...parameters,
});

export const message = (operation: string, parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'message',
  operation,
  ...parameters,
});

export async function records(
  n8n: Instance,
  parameters: INodeParameters,
  input?: IDataObject[],
): Promise<IDataObject[]> {
  const { items } = await n8n.run(parameters, input && { input });
  return items.map(({ json }) => json);
}

export async function rooms(n8n: Instance, filters: INodeParameters = {}): Promise<IDataObject[]> {
  return await records(n8n, room('getAll', { returnAll: true, filters }));
}

/** The IDs of the freelancer's new proposals that have no messages yet. */
export async function quietProposals(upwork: Upwork, count: number): Promise<string[]> {
  // Some of them are the agency's.
  const jobIds = postJobs(upwork, { applied: true }, 2 * count + 4).join();
  const found = await outputRecords(
    upwork,
    proposal('getAll', { returnAll: true, filters: { jobIds } }),
  );
  const ids = found.map(({ id }) => text(id));
  for (const proposalId of ids) {
    upwork.control.setProposalStatus({ proposalId, status: 'Accepted' });
  }
  return ids.slice(0, count);
}

/** The ID of the first room that passes a test. */
export async function roomIdThat(
  n8n: Instance,
  test: (room: IDataObject) => boolean,
): Promise<string> {
  return textOf((await rooms(n8n)).find(test), 'id');
}

/** An interview room that accepts messages. */
export const isOpenInterview = ({ type, isReadOnly, isBlocked }: IDataObject): boolean =>
  type === 'Interview' && isReadOnly === false && isBlocked === false;

function listOf(record: IDataObject | undefined, field: string): IDataObject[] {
  const list = record?.[field];
  if (!isListOf(isObject)(list)) throw new Error(`${field} is not a list`);
  return list as IDataObject[];
}

export function textOf(record: IDataObject | undefined, field: string): string {
  const text = record?.[field];
  if (typeof text !== 'string') throw new Error(`${field} is not text`);
  return text;
}

/** The entries of a field that separates them with commas. */
export const textsOf = (record: IDataObject | undefined, field: string): string[] =>
  textOf(record, field).split(', ');

/** The people who share a room of this type with the connected user. */
async function others(n8n: Instance, type: string) {
  const all = await records(
    n8n,
    room('getAll', { returnAll: true, simplify: false, filters: { roomType: type } }),
  );
  return all.flatMap(participantsOf).filter(({ userId }) => userId !== ME);
}

/** The people in a room, as Upwork returns it. */
export const participantsOf = (raw: IDataObject | undefined) =>
  listOf(raw, 'roomUsers').map(({ user, organization, role }) => ({
    userId: textOf(user as IDataObject, 'id'),
    organizationId: textOf(organization as IDataObject, 'id'),
    role,
  }));

/** Different people. */
export async function people(n8n: Instance, count: number) {
  const different = new Map(
    (await others(n8n, 'GROUP')).map(({ userId, organizationId }) => [
      userId,
      { userId, organizationId },
    ]),
  );
  return [...different.values()].slice(0, count);
}

/** The parameters for a person with whom there is no one-on-one room. */
export async function stranger(n8n: Instance): Promise<INodeParameters> {
  const known = new Set((await others(n8n, 'ONE_ON_ONE')).map(({ userId }) => userId));
  const found = (await others(n8n, 'GROUP')).find(({ userId }) => !known.has(userId));
  if (!found) throw new Error('There is a one-on-one room with everyone');
  return { userId: found.userId, userOrganizationId: found.organizationId };
}
