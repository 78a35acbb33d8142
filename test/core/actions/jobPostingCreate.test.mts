import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CLIENT } from '../../sandboxClient/ids.mts';
import { jobPosting, openPostings, records } from '../clientSide.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const run = async (operation: string, parameters: INodeParameters): Promise<IDataObject> =>
  (await records(upwork.connected(), jobPosting(operation, parameters)))[0] ?? {};

const read = async (id: unknown, parameters: INodeParameters = {}) =>
  await run('get', { jobPostingId: String(id), ...parameters });

const TEXTS = { title: 'Automate our invoices', description: 'From the mailbox to the ledger.' };

describe('job posting: create', () => {
  it('creates an hourly posting with all that is entered', async () => {
    const n8n = upwork.connected();
    const [category] = (await n8n.listSearch('searchCategories')).results;
    const subcategories = (await n8n.listSearch('searchSubcategories', category?.name)).results;
    const [occupation] = (await n8n.listSearch('searchOccupations')).results;
    const [duration] = (await n8n.listSearch('searchDurations', '1 to 3')).results;
    upwork.control.resetStats();
    const saved = await run('create', {
      ...TEXTS,
      jobType: 'HOURLY',
      hourlyRateMin: 30,
      hourlyRateMax: 45.5,
      categoryId: { __rl: true, mode: 'list', value: category?.value ?? '' },
      subcategoryId: { __rl: true, mode: 'list', value: subcategories[0]?.value ?? '' },
      occupationId: { __rl: true, mode: 'list', value: occupation?.value ?? '' },
      questions: ['Which tools, if any?', 'When can you start?'],
      qualifications: { englishProficiency: 'FLUENT', countries: ['Norway', 'Sweden'] },
      additionalFields: {
        visibility: 'ACCESS_PRIVATE',
        coverLetterRequired: false,
        durationId: { __rl: true, mode: 'list', value: duration?.value ?? '' },
        workload: 'PART_TIME',
        experienceLevel: 'EXPERT',
        freelancersToHire: 2,
        startDate: '2026-12-01T00:00:00',
      },
    });
    expect(upwork.control.stats().requests.graphql).toBe(1);
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
      category: category?.name,
      duration: duration?.name,
      workload: 'Part Time',
      experienceLevel: 'Expert',
      freelancersToHire: 2,
      coverLetterRequired: false,
      screeningQuestions: 'Which tools, if any?\nWhen can you start?',
      proposals: 0,
    });
  });

  it('creates a draft at a fixed price, with fields that exist only in the JSON', async () => {
    const saved = await run('create', {
      ...TEXTS,
      jobType: 'FIXED',
      budget: 1_200,
      status: 'DRAFT',
      otherFields: '{"jobPostingInfo": {"title": "Automate our bills"}, "savePtcInfo": false}',
    });
    expect(await read(saved.id)).toMatchObject({
      title: 'Automate our bills',
      description: TEXTS.description,
      status: 'Draft',
      type: 'Fixed Price',
      budget: 1_200,
      postedAt: null,
    });
  });

  it('accepts skills by their IDs, and names the parts that Upwork did not save', async () => {
    const [first = ''] = (await openPostings(upwork.connected())).slice(-1);
    const query = `{ jobPosting(jobPostingId: "${first}") {
      classification { skills { id prettyName } }
    } }`;
    const organizationId = CLIENT;
    const [result] = await records(upwork.connected(), {
      resource: 'graphql',
      operation: 'execute',
      query,
      organizationId,
    });
    const { jobPosting: old } = result as {
      jobPosting: { classification: { skills: { id: string; prettyName: string }[] } };
    };
    const [skill] = old.classification.skills;
    const saved = await run('create', {
      ...TEXTS,
      skills: {
        skill: [{ skillId: skill?.id ?? '', relevance: 'MANDATORY' }],
        additional: [{ freetext: 'Bookbinding', relevance: 'NICE_TO_HAVE' }],
      },
      additionalFields: { attachmentIds: ['1', '2'] },
    });
    expect(saved.notSaved).toBe('Attachments');
    expect(await read(saved.id)).toMatchObject({ skills: skill?.prettyName });
  });

  it('requests the organization if neither the node nor the credential names one', async () => {
    await expect(run('create', { ...TEXTS, organizationId: '' })).rejects.toThrow(
      'Upwork did not authorize this for the organization in use',
    );
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
      "'Hourly Rate Minimum' is 50, more than 'Hourly Rate Maximum', which is 40 [item 0]",
    ],
    ['a negative rate', { hourlyRateMin: -1 }, "'Hourly Rate Minimum' must be 0 or more, not -1"],
    [
      'an unknown level',
      { additionalFields: { experienceLevel: 'GURU' } },
      "'Experience Level' must be one of",
    ],
    ['an invalid date', { additionalFields: { startDate: 'soon' } }, "'Start Date' must be a date"],
    [
      'a skill without an ID',
      { skills: { skill: [{ relevance: 'MANDATORY' }] } },
      "'Skill ID' in entry 1 of 'Skills' is empty [item 0]",
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
