import { CLIENT } from '../../sandboxClient/ids.mts';
import { jobPosting } from '../clientSide.mts';
import { room } from '../messaging.mts';
import { expectRefused, job, ROUNDED, TOO_LARGE } from '../refusedInput.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** What was entered, and how the error quotes it. */
const NO_ORGANIZATION: [string, string, string][] = [
  ['an emoji', '😀', '"😀"'],
  ['a second header', '16\r\nX', String.raw`"16\r\nX"`],
  ['two words', 'a b', '"a b"'],
  ['a ciphertext', '~0216', '"~0216"'],
  ['a long text', 'x'.repeat(5_000), `"${'x'.repeat(64)}…"`],
  ['a long number', '1'.repeat(21), `"${'1'.repeat(21)}"`],
  ['an invisible character', '\u200b', '"\u200b"'],
];

describe('an invalid organization', () => {
  it.each(NO_ORGANIZATION)('is refused by a change and by a read: %s', async (_, value, shown) => {
    const organizationId = byId(value);
    const problem = `'Organization' is not an ID: ${shown}`;
    const user = { personId: '1/1' };
    const options = { organizationId };
    const create = room('create', { roomName: 'Zebra', users: { user: [user] }, options });
    const createPosting = jobPosting('create', { title: 'A', description: 'B', organizationId });
    await expectRefused(upwork, create, problem);
    await expectRefused(upwork, createPosting, problem);
    await expectRefused(upwork, job('search', { options }), problem);
    await expectRefused(upwork, jobPosting('getAll', { organizationId }), problem);
  });

  it('is refused if it is a number that JSON has rounded', async () => {
    const options = { organizationId: { __rl: true, mode: 'id', value: ROUNDED } };
    await expectRefused(upwork, job('search', { options }), `'Organization' ${TOO_LARGE}`);
  });

  it('is refused by the trigger and by a list in the editor', async () => {
    const n8n = upwork.connected();
    const organizationId = byId('a b');
    const problem = '\'Organization\' is not an ID: "a b"';
    const options = { organizationId };
    await expect(n8n.activate({ event: 'newJob', query: 'n8n', options })).rejects.toThrow(problem);
    for (const list of ['searchJobs', 'searchRooms', 'searchJobPostings'] as const) {
      for (const entered of [{ organizationId }, { options }]) {
        const search = n8n.listSearch(list, '', undefined, entered);
        await expect(search).rejects.toThrow(problem);
      }
    }
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it.each<[string, string | number]>([
    ...NO_ORGANIZATION.map(([name, value]): [string, string] => [name, value]),
    ['a rounded number', 1234567890123456800],
  ])('is refused in the credential: %s', async (_, organizationId) => {
    const n8n = upwork.connected({ organizationId });
    const problem = 'The Organization ID of the Upwork credential is not an ID';
    await expect(n8n.run(job('search'))).rejects.toThrow(problem);
    await expect(
      n8n.run(jobPosting('create', { title: 'A', description: 'B', organizationId: '' })),
    ).rejects.toThrow(problem);
    await expect(n8n.listSearch('searchJobs')).rejects.toThrow(problem);
    expect(upwork.control.stats().requests).toEqual({ graphql: 0, token: 0, authorize: 0 });
  });

  it('may have spaces around it', async () => {
    const parameters = jobPosting('getAll', { limit: 1, organizationId: byId(` ${CLIENT}\n`) });
    expect((await upwork.connected().run(parameters)).items).toHaveLength(1);
    const n8n = upwork.connected({ organizationId: `${CLIENT} ` });
    const ofCredential = await n8n.run({ ...parameters, organizationId: '' });
    expect(ofCredential.items).toHaveLength(1);
  });
});
