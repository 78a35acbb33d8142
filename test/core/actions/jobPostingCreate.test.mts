import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Upwork as UpworkNode } from '../../../nodes/Upwork/Upwork.node.ts';
import { CLIENT } from '../../sandboxClient/ids.mts';
import { jobPosting, records } from '../clientSide.mts';
import type { Instance } from '../instance.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const run = async (operation: string, parameters: INodeParameters): Promise<IDataObject> =>
  (await records(upwork.connected(), jobPosting(operation, parameters)))[0] ?? {};

const read = async (id: unknown, parameters: INodeParameters = {}) =>
  await run('get', { jobPostingId: String(id), ...parameters });

const TEXTS = { title: 'Automate our invoices', description: 'From the mailbox to the ledger.' };

const locator = (value: unknown) => ({ __rl: true, mode: 'list', value: String(value) });

/** The first entry of a list in the editor that matches a text. */
async function listed(list: Parameters<Instance['listSearch']>[0], text = '') {
  const [entry] = (await upwork.connected().listSearch(list, text)).results;
  return entry ?? { name: '', value: '' };
}

describe('job posting: create', () => {
  it('creates an hourly posting with all that is entered', async () => {
    const occupation = await listed('searchOccupations', 'Full Stack Development');
    const duration = await listed('searchDurations', '1 to 3');
    const saved = await run('create', {
      ...TEXTS,
      status: 'REQUESTED',
      jobType: 'HOURLY',
      hourlyRateMin: 30,
      hourlyRateMax: 45.5,
      occupationId: locator(occupation.value),
      experienceLevel: 'EXPERT',
      skills: 'typescript, Vue.js',
      questions: 'Which tools, if any?\n\nWhen can you start?\n',
      qualifications: { englishProficiency: 'FLUENT', countries: ['Norway', 'Sweden'] },
      additionalFields: {
        visibility: 'ACCESS_PRIVATE',
        coverLetterRequired: false,
        durationId: locator(duration.value),
        workload: 'PART_TIME',
        freelancersToHire: 2,
        startDate: '2026-12-01',
      },
    });
    expect(schemaErrors('savedJobPosting', saved)).toEqual([]);
    expect(saved).toMatchObject({ title: TEXTS.title, status: 'Open', version: 1, notSaved: '' });
    expect(await read(saved.id)).toMatchObject({
      ...TEXTS,
      url: saved.url,
      status: 'Open',
      visibility: 'Invite-Only',
      type: 'Hourly',
      budget: null,
      hourlyRateMin: 30,
      hourlyRateMax: 45.5,
      category: 'Web, Mobile & Software Dev',
      subcategory: 'Web Development',
      skills: 'TypeScript, Vue.js',
      duration: duration.name,
      workload: 'Part Time',
      experienceLevel: 'Expert',
      freelancersToHire: 2,
      coverLetterRequired: false,
      screeningQuestions: 'Which tools, if any?\nWhen can you start?',
      proposals: 0,
    });
  });

  it('creates a draft by default, with one request', async () => {
    const saved = await run('create', TEXTS);
    expect(upwork.control.stats().requests.graphql).toBe(1);
    expect(await read(saved.id)).toMatchObject({
      ...TEXTS,
      status: 'Draft',
      experienceLevel: 'Intermediate',
      postedAt: null,
    });
  });

  it('creates a posting at a fixed price, with fields that exist only in the JSON', async () => {
    const saved = await run('create', {
      ...TEXTS,
      jobType: 'FIXED',
      budget: 1_200,
      otherFields:
        '{"jobPostingInfo": {"title": "Automate our bills", "premium": true}, "savePtcInfo": false, "attachmentIds": ["1"]}',
    });
    expect(saved.notSaved).toBe('Attachments');
    expect(await read(saved.id)).toMatchObject({
      title: 'Automate our bills',
      description: TEXTS.description,
      type: 'Fixed Price',
      budget: 1_200,
    });
  });

  it('asks for the ten fields that people fill in, and the status right after the description', () => {
    const fields = new UpworkNode().description.properties.filter(
      ({ name, displayOptions: { show } = {} }) =>
        name !== 'allowChangesByAi' &&
        show?.resource?.includes('jobPosting') &&
        show.operation?.includes('create'),
    );
    expect(fields.map(({ displayName }) => displayName)).toEqual([
      'Title',
      'Description',
      'Status',
      'Job Type',
      'Budget',
      'Hourly Rate Minimum',
      'Hourly Rate Maximum',
      'Occupation',
      'Experience Level',
      'Skills',
      'Skills From List',
      'Screening Questions',
      'Qualifications',
      'Additional Fields',
      'Other Fields (JSON)',
    ]);
  });

  it('requests the organization if neither the node nor the credential names one', async () => {
    await expect(run('create', { ...TEXTS, organizationId: '' })).rejects.toMatchObject({
      message:
        'Robin Sandbox is a freelancer; this needs a client organization. Nothing was changed on Upwork.',
      description: 'In the field Organization choose Sandbox Client Ltd.',
    });
    expect(upwork.control.stats().operations).toMatchObject({ OrganizationInUse: 1 });
    const credential = upwork.connected({ organizationId: CLIENT });
    const saved = await records(credential, jobPosting('create', { ...TEXTS, organizationId: '' }));
    expect(saved).toHaveLength(1);
    expect(upwork.control.stats().operations).toMatchObject({ OrganizationInUse: 1 });
  });

  it.each<[string, INodeParameters, string]>([
    ['no title', { title: ' ' }, "'Title' is empty [item 0]"],
    ['no description', { description: '' }, "'Description' is empty [item 0]"],
    [
      'a reversed rate range',
      { hourlyRateMin: 50, hourlyRateMax: 40 },
      "'Hourly Rate Minimum' must not be more than 'Hourly Rate Maximum' (50 is more than 40) [item 0]",
    ],
    [
      'a negative rate',
      { hourlyRateMin: -1 },
      "'Hourly Rate Minimum' must be 0 or more (it is -1)",
    ],
    [
      'a negative rate',
      { hourlyRateMin: -1 },
      "'Hourly Rate Minimum' must be 0 or more (it is -1)",
    ],
    ['an unknown level', { experienceLevel: 'GURU' }, "'Experience Level' has no choice"],
    ['an invalid date', { additionalFields: { startDate: 'soon' } }, "'Start Date' must be a date"],
    [
      'a skill that was not chosen',
      { skillsFromList: { skill: [{ relevance: 'MANDATORY' }] } },
      "'Skill' in entry 1 of 'Skills From List' is empty [item 0]",
    ],
    ['JSON with a typo', { otherFields: '{"a": }' }, "'Other Fields (JSON)' is not valid JSON"],
    ['a list as JSON', { otherFields: '[1]' }, "'Other Fields (JSON)' must be a JSON object"],
    [
      'a part that does not exist',
      { otherFields: { salary: 5 } },
      `'Other Fields (JSON)' has "salary", which Upwork does not accept here [item 0]`,
    ],
  ])('refuses %s before anything is sent', async (_what, bad, words) => {
    await expect(run('create', { ...TEXTS, ...bad })).rejects.toThrow(words);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});
