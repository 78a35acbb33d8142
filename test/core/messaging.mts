import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isListOf, isObject, isString } from '../sandbox/guards.mts';
import { ME } from '../sandboxClient/ids.mts';
import type { Instance } from './instance.mts';
import { given, postJobs, proposal, text } from './proposals.mts';
import type { Upwork } from './upwork.mts';

// What the tests of rooms and of messages share.

/** What a person reads after a change whose end nobody saw. */
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

/** The ids of new proposals of the freelancer's own, about which nobody has written yet. */
export async function quietProposals(upwork: Upwork, count: number): Promise<string[]> {
  // Some of them are the agency's.
  const jobIds = postJobs(upwork, { applied: true }, 2 * count + 4).join();
  const found = await given(upwork, proposal('getAll', { returnAll: true, filters: { jobIds } }));
  const ids = found.map(({ id }) => text(id));
  for (const proposalId of ids) {
    upwork.control.setProposalStatus({ proposalId, status: 'Accepted' });
  }
  return ids.slice(0, count);
}

/** The id of the first room that a test lets through. */
export async function roomIdThat(
  n8n: Instance,
  test: (room: IDataObject) => boolean,
): Promise<string> {
  return textOf((await rooms(n8n)).find(test), 'id');
}

/** A room in which one can write and which others do not change. */
export const isOpenInterview = ({ type, isArchived, isBlocked }: IDataObject): boolean =>
  type === 'INTERVIEW' && isArchived === false && isBlocked === false;

export function listOf(record: IDataObject | undefined, field: string): IDataObject[] {
  const list = record?.[field];
  if (!isListOf(isObject)(list)) throw new Error(`${field} is no list`);
  return list as IDataObject[];
}

export function textOf(record: IDataObject | undefined, field: string): string {
  const text = record?.[field];
  if (typeof text !== 'string') throw new Error(`${field} is no text`);
  return text;
}

export function textsOf(record: IDataObject | undefined, field: string): string[] {
  const list = record?.[field];
  if (!isListOf(isString)(list)) throw new Error(`${field} is no list of texts`);
  return list;
}

/** Others, whom the connected person shares a room of the given type with. */
async function others(n8n: Instance, type: string) {
  const all = (await rooms(n8n, { roomType: type })).flatMap((one) => listOf(one, 'participants'));
  const people = all.map((person) => ({
    userId: textOf(person, 'userId'),
    organizationId: textOf(person, 'organizationId'),
  }));
  return people.filter(({ userId }) => userId !== ME);
}

/** Different people. */
export async function people(n8n: Instance, count: number) {
  const different = new Map((await others(n8n, 'GROUP')).map((one) => [one.userId, one]));
  return [...different.values()].slice(0, count);
}

/** Somebody with whom there is no one-on-one room, as the fields for a person want them. */
export async function stranger(n8n: Instance): Promise<INodeParameters> {
  const known = new Set((await others(n8n, 'ONE_ON_ONE')).map(({ userId }) => userId));
  const found = (await others(n8n, 'GROUP')).find(({ userId }) => !known.has(userId));
  if (!found) throw new Error('the world has no strangers left');
  return { userId: found.userId, userOrganizationId: found.organizationId };
}
