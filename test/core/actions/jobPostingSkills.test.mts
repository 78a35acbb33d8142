import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { jobPosting, records } from '../clientSide.mts';
import { text, withdraw } from '../proposals.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const run = async (operation: string, parameters: INodeParameters): Promise<IDataObject> =>
  (await records(upwork.connected(), jobPosting(operation, parameters)))[0] ?? {};

const read = async (id: unknown) => await run('get', { jobPostingId: text(id) });

const TEXTS = { title: 'Automate our invoices', description: 'From the mailbox to the ledger.' };

const create = async (parameters: INodeParameters) =>
  await run('create', { ...TEXTS, ...parameters });

const created = () => upwork.control.stats().executed['Mutation.createJobPosting'] ?? 0;

const locator = (value: unknown) => ({ __rl: true, mode: 'list', value: String(value) });

describe('the list of skills', () => {
  it('finds the skills whose name contains what was typed', async () => {
    const { results } = await upwork.connected().listSearch('searchSkills', 'SCRIPT');
    expect(results.map(({ name }) => name).sort()).toEqual(['JavaScript', 'TypeScript']);
    expect(results[0]?.value).toMatch(/^\d+$/);
  });

  it('is empty until something is typed', async () => {
    expect((await upwork.connected().listSearch('searchSkills', '')).results).toEqual([]);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

describe('the skills of a job posting', () => {
  it('are those that are named, whatever their case and spaces', async () => {
    const { id } = await create({ skills: ' n8n,api   integration , N8N' });
    expect(await read(id)).toMatchObject({ skills: 'n8n, API Integration' });
  });

  it('are looked up with one request', async () => {
    await create({ skills: 'n8n, Zapier, Make.com' });
    expect(upwork.control.stats().requests.graphql).toBe(2);
  });

  it('are those whose whole name was entered, not those that contain it', async () => {
    const { id } = await create({ skills: 'React, SQL' });
    expect(await read(id)).toMatchObject({ skills: 'React, SQL' });
  });

  it('are also those that were chosen from the list, each once', async () => {
    const { results } = await upwork.connected().listSearch('searchSkills', 'zapier');
    const zapier = locator(results[0]?.value);
    const { id } = await create({
      skills: 'Zapier, n8n',
      skillsFromList: { skill: [{ skillId: zapier, relevance: 'NICE_TO_HAVE' }] },
    });
    expect(await read(id)).toMatchObject({ skills: 'Zapier, n8n' });
  });

  it('that Upwork does not know are an error that names them, and similar ones', async () => {
    const error = create({ skills: 'n8n, Script, Basket Weaving' });
    await expect(error).rejects.toMatchObject({
      message: expect.stringContaining(
        `'Skills' has skills that Upwork doesn't know: "Script", "Basket Weaving"`,
      ) as string,
      description: expect.stringMatching(
        /^Similar skills on Upwork: (JavaScript, TypeScript|TypeScript, JavaScript)\.$/,
      ) as string,
    });
    expect(created()).toBe(0);
  });

  it('are not looked up if their name is longer than Upwork accepts', async () => {
    await expect(create({ skills: 'x'.repeat(101) })).rejects.toMatchObject({
      message: expect.stringContaining("'Skills' has skills that Upwork doesn't know") as string,
      description: expect.stringContaining('Skills From List') as string,
    });
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it('are left as they are by an update without skills, and replaced by one with skills', async () => {
    const { id } = await create({ skills: 'n8n' });
    const jobPostingId = text(id);
    await run('update', { jobPostingId, updateFields: { title: 'Another title' } });
    expect(await read(id)).toMatchObject({ title: 'Another title', skills: 'n8n' });
    await run('update', { jobPostingId, updateFields: { skills: 'Zapier' } });
    expect(await read(id)).toMatchObject({ title: 'Another title', skills: 'Zapier' });
  });

  it('in an update are named in errors by their own field', async () => {
    const { id } = await create({});
    const skillsFromList = { skill: [{ skillId: locator('1 2') }] };
    await expect(
      run('update', { jobPostingId: text(id), updateFields: { skillsFromList } }),
    ).rejects.toThrow(`'Skill' in entry 1 of 'Skills From List' is not an ID: "1 2"`);
  });

  it('without an ID can be entered as JSON', async () => {
    const sandsJobPost = { additionalSkills: [{ freetext: 'Bookbinding' }] };
    expect(await create({ otherFields: JSON.stringify({ sandsJobPost }) })).toMatchObject({
      notSaved: '',
    });
  });

  it('name the box to tick if the key may not look them up', async () => {
    withdraw(upwork, 'Ontology – Read-Only');
    await expect(create({ skills: 'n8n' })).rejects.toThrow('"Ontology – Read-Only"');
    expect(created()).toBe(0);
    expect(await create({})).toMatchObject({ version: 1 });
  });
});

describe('the occupation of a job posting', () => {
  const occupation = async (name: string) =>
    locator((await upwork.connected().listSearch('searchOccupations', name)).results[0]?.value);

  it('sets the category and the subcategory', async () => {
    const { id } = await create({ occupationId: await occupation('Graphic Design') });
    expect(await read(id)).toMatchObject({
      category: 'Design & Creative',
      subcategory: 'Graphic, Editorial & Presentation Design',
    });
    const updateFields = { occupationId: await occupation('Bookkeeping') };
    await run('update', { jobPostingId: text(id), updateFields });
    expect(await read(id)).toMatchObject({
      category: 'Accounting & Consulting',
      subcategory: 'Accounting',
    });
  });

  it('does not override a category that was chosen', async () => {
    const { results } = await upwork.connected().listSearch('searchCategories', 'Writing');
    const { id } = await create({
      occupationId: await occupation('Graphic Design'),
      additionalFields: { categoryId: locator(results[0]?.value) },
    });
    expect(await read(id)).toMatchObject({
      category: 'Writing',
      subcategory: 'Graphic, Editorial & Presentation Design',
    });
  });

  it('must be in the list if the categories are to follow from it', async () => {
    await expect(create({ occupationId: '12' })).rejects.toMatchObject({
      message: expect.stringContaining(
        "'Occupation' has the ID 12, which is not in Upwork's list of occupations",
      ) as string,
      description: expect.stringContaining("'Category' and 'Subcategory'") as string,
    });
    expect(created()).toBe(0);
  });
});
