import type { INodeParameters } from 'n8n-workflow';

import { FIXED_JOB, HOURLY_JOB, search } from '../jobs.mts';
import { Upwork } from '../upwork.mts';

describe.each([
  ['filters by budget and rate', true],
  ['ignores budget and rate', false],
])('job: search, if Upwork %s', (_how, documentedFilters) => {
  const upwork = new Upwork({ perSecond: 0, perMinute: 0, documentedFilters });

  const found = async (filters: INodeParameters, query = 'zebrawood') =>
    (await upwork.connected().run(search({ query, filters }))).items.map(({ json }) => json);

  beforeAll(() => {
    upwork.control.addJobs({ job: HOURLY_JOB });
    upwork.control.addJobs({ job: FIXED_JOB });
    upwork.control.addJobs({ job: { ...HOURLY_JOB, hourlyMin: null, hourlyMax: null } });
  });

  it.each<[string, INodeParameters, unknown[]]>([
    ['a budget means fixed-price jobs', { budgetMin: 600 }, ['Fixed Price']],
    ['a budget that no job has', { budgetMin: 701, budgetMax: 5_000 }, []],
    ['a rate means hourly jobs that give one', { hourlyRateMin: 50 }, ['Hourly']],
    ['a rate above every range', { hourlyRateMin: 61 }, []],
    [
      'a fraction between the whole numbers',
      { budgetMin: 699.5, budgetMax: 700.5 },
      ['Fixed Price'],
    ],
    ['a fraction just above', { budgetMin: 700.5 }, []],
    [
      'a budget and a rate: either fits',
      { budgetMin: 600, hourlyRateMin: 50 },
      ['Fixed Price', 'Hourly'],
    ],
    ['a type', { jobType: 'FIXED' }, ['Fixed Price']],
  ])('%s', async (_what, filters, types) => {
    const jobs = await found(filters);
    expect(jobs.map(({ type }) => type).sort()).toEqual(types);
  });

  it('holds for each of the thousands', async () => {
    const jobs = (
      await upwork.connected().run(
        search({
          returnAll: true,
          filters: {
            experienceLevels: ['EXPERT'],
            paymentVerified: true,
            hourlyRateMin: 30,
            hourlyRateMax: 50,
            postedWithinDays: 10,
          },
        }),
      )
    ).items.map(({ json }) => json);
    expect(jobs.length).toBeGreaterThan(5);
    for (const job of jobs) {
      expect(job).toMatchObject({
        type: 'Hourly',
        experienceLevel: 'Expert',
        clientPaymentVerified: true,
      });
      expect(Number(job.hourlyRateMin)).toBeLessThanOrEqual(50);
      expect(Number(job.hourlyRateMax)).toBeGreaterThanOrEqual(30);
      expect(Date.now() - Date.parse(job.postedAt as string)).toBeLessThanOrEqual(10 * 86_400_000);
    }
  });

  it('finds jobs of several experience levels', async () => {
    const levels = ['ENTRY_LEVEL', 'INTERMEDIATE', 'EXPERT'] as const;
    for (const experienceLevel of levels) {
      upwork.control.addJobs({ job: { title: 'Wattlebird nest', experienceLevel } });
    }
    const levelsOf = async (experienceLevels: readonly string[]) =>
      (await found({ experienceLevels: [...experienceLevels] }, 'wattlebird')).map(
        ({ experienceLevel }) => experienceLevel,
      );
    expect((await levelsOf(['ENTRY_LEVEL', 'EXPERT'])).sort()).toEqual(['Entry Level', 'Expert']);
    expect(await levelsOf(['INTERMEDIATE'])).toEqual(['Intermediate']);
    expect((await levelsOf(levels)).sort()).toEqual(['Entry Level', 'Expert', 'Intermediate']);
  });

  it('lets Upwork filter by one experience level, but not by several', async () => {
    const input = 'MarketplaceJobPostingsSearchFilter.experienceLevel_eq';
    upwork.control.removeInputs({ inputs: [input] });
    const hints = async (experienceLevels: string[]) =>
      (await upwork.connected().run(search({ limit: 1, filters: { experienceLevels } }))).hints;
    expect(await hints(['EXPERT', 'ENTRY_LEVEL'])).toEqual([]);
    await expect(hints(['EXPERT'])).rejects.toThrow('experienceLevel_eq');
  });

  it('checks again what Upwork lets through', async () => {
    // Upwork: with a budget and a rate, and so without a type, each range lets the other kind through.
    const jobs = await found({ budgetMin: 600, budgetMax: 800, hourlyRateMin: 1_000 });
    expect(jobs.map(({ budget }) => budget)).toEqual([700]);
  });

  it('fills the limit from as many pages as it takes', async () => {
    upwork.control.addJobs({
      job: { title: 'Yakwool carpet', contractType: 'FIXED', budget: 5_000 },
    });
    upwork.control.addJobs({
      job: { title: 'Yakwool rug', contractType: 'FIXED', budget: 10 },
      count: 150,
    });
    const { items } = await upwork
      .connected()
      .run(search({ query: 'yakwool', limit: 1, filters: { budgetMin: 5_000 } }));
    expect(items.map(({ json }) => json.title)).toEqual(['Yakwool carpet']);
  });
});
