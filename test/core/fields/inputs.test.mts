import type { INodeParameters } from 'n8n-workflow';

import { jobPosting } from '../clientSide.mts';
import { expectRefused, job } from '../refusedInput.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const TOO_LARGE_INSIDE = 'holds a number too large to be exact. Pass IDs as text, in quotes';

describe('numbers too large for a GraphQL Int', () => {
  const posting = { title: 'A', description: 'B' };
  const search = (name: string) => (value: number) => job('search', { filters: { [name]: value } });

  it.each<[string, (value: number) => INodeParameters]>([
    ['Budget Minimum', search('budgetMin')],
    ['Budget Maximum', search('budgetMax')],
    ['Hourly Rate Minimum', search('hourlyRateMin')],
    ['Hourly Rate Maximum', search('hourlyRateMax')],
    ['Posted Within Days', search('postedWithinDays')],
    [
      'Freelancers to Hire',
      (freelancersToHire) =>
        jobPosting('create', { ...posting, additionalFields: { freelancersToHire } }),
    ],
    [
      'Job Success Score',
      (jobSuccessScore) =>
        jobPosting('create', { ...posting, qualifications: { jobSuccessScore } }),
    ],
    [
      'Hours on Upwork',
      (oDeskHours) => jobPosting('create', { ...posting, qualifications: { oDeskHours } }),
    ],
    [
      'Version',
      (version) => jobPosting('update', { jobPostingId: '1', updateFields: { version } }),
    ],
  ])('are refused: %s', async (label, parameters) => {
    await expectRefused(
      upwork,
      parameters(2_147_483_648),
      `'${label}' must be 2147483647 or less, not 2147483648`,
    );
  });

  it('are fine as a limit', async () => {
    const parameters = job('search', { query: 'no such words at all', limit: 5_000_000_000 });
    expect((await upwork.connected().run(parameters)).items).toEqual([]);
  });
});

describe('Other Fields (JSON)', () => {
  const create = (otherFields: string) =>
    jobPosting('create', { title: 'A', description: 'B', otherFields });

  it.each([
    ['{"qualifications": "x"}', 'has "qualifications", which must be an object'],
    ['{"jobPostingInfo": ["x"]}', 'has "jobPostingInfo", which must be an object'],
    ['{"sandsJobPost": null}', 'has "sandsJobPost", which must be an object'],
    ['{"questions": ["x"]}', 'has "questions", which must be a list of objects'],
    ['{"segmentationData": {}}', 'has "segmentationData", which must be a list of objects'],
    ['{"attachmentIds": "1,2"}', 'has "attachmentIds", which must be a list of IDs'],
    ['{"invitePost": "yes"}', 'has "invitePost", which must be true or false'],
    ['{"attachmentIds": [1234567890123456789]}', TOO_LARGE_INSIDE],
    ['{"jobPostingInfo": {"durationId": 1234567890123456789}}', TOO_LARGE_INSIDE],
    ['{"toString": {}}', 'has "toString", which Upwork does not accept here'],
    ['[]', 'must be a JSON object'],
  ])('are refused, not dropped: %s', async (otherFields, problem) => {
    const label = `The parameter 'Other Fields (JSON)' ${problem}`;
    await expectRefused(upwork, create(otherFields), label);
    await expectRefused(
      upwork,
      jobPosting('update', { jobPostingId: '1', otherFields, updateFields: { title: 'A' } }),
      label,
    );
  });
});

describe('values of the output', () => {
  it('can be used as filters', async () => {
    const n8n = upwork.connected();
    const { items } = await n8n.run(job('search', { limit: 20 }));
    const parameters = job('search', {
      filters: {
        jobType: '={{ $json.type }}',
        experienceLevel: '={{ $json.experienceLevel.toLowerCase() }}',
      },
      limit: 3,
    });
    const input = items.slice(0, 5).map(({ json }) => json);
    const found = await n8n.run(parameters, { input });
    expect(found.items.length).toBeGreaterThan(0);
    for (const { json, pairedItem } of found.items) {
      const item = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : NaN;
      const { type, experienceLevel } = input[item] ?? {};
      expect(json).toMatchObject({ type, experienceLevel });
    }
  });

  it('can also be the labels in the editor', async () => {
    const run = upwork
      .connected()
      .run(job('search', { filters: { jobType: 'fixed price', experienceLevel: 'Expert' } }));
    for (const { json } of (await run).items) {
      expect(json).toMatchObject({ type: 'Fixed Price', experienceLevel: 'Expert' });
    }
  });

  it('are refused with the list of values otherwise', async () => {
    await expectRefused(
      upwork,
      job('search', { filters: { jobType: 'salaried' } }),
      '\'Job Type\' must be one of FIXED, HOURLY, not "salaried"',
    );
  });
});
