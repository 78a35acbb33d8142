import type { INodeParameters } from 'n8n-workflow';

import type { JobChanges } from '../sandbox/world/jobBoard.mts';

/** The parameters of Job: Search. */
export const search = (parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'job',
  operation: 'search',
  ...parameters,
});

/** Jobs that a search for "zebrawood" finds. */
export const HOURLY_JOB = {
  title: 'Zebrawood shelf automation',
  contractType: 'HOURLY',
  budget: null,
  hourlyMin: 40,
  hourlyMax: 60,
  experienceLevel: 'EXPERT',
  workload: 'PART_TIME',
  proposals: 3,
  coverLetterRequired: true,
  screeningQuestions: ['First?', 'Second?'],
} satisfies JobChanges;

export const FIXED_JOB = {
  title: 'Zebrawood shelf catalogue',
  contractType: 'FIXED',
  budget: 700,
  hourlyMin: null,
  hourlyMax: null,
  workload: null,
} satisfies JobChanges;
