import type { INodeParameters } from 'n8n-workflow';

import { job } from '../../refusedInput.mts';
import { running, triggering } from '../errorCase.mts';
import type { ErrorSection } from '../errorCase.mts';

const MARKETPLACE = 'Read marketplace Job Postings';

const search = (parameters: INodeParameters) => job('search', parameters);
const filtered = (filters: INodeParameters) => search({ filters });

export const jobSections: ErrorSection[] = [
  {
    title: 'Job: Search',
    cases: [
      running('A negative rate', filtered({ hourlyRateMin: -30 })),
      running('A rate that is text', filtered({ hourlyRateMin: 'a lot' })),
      running('A number that is too large', filtered({ budgetMax: 3_000_000_000 })),
      running('A minimum above the maximum', filtered({ budgetMin: 500, budgetMax: 100 })),
      running('A budget for hourly jobs', filtered({ jobType: 'HOURLY', budgetMin: 100 })),
      running('A rate for fixed-price jobs', filtered({ jobType: 'FIXED', hourlyRateMax: 90 })),
      running('An unknown job type', filtered({ jobType: 'salaried' })),
      running('A switch that is neither on nor off', filtered({ paymentVerified: 'maybe' })),
      running('A limit of 0', search({ limit: 0 })),
      running('A limit with a fraction', search({ limit: 1.5 })),
      running('A query that is not text', search({ query: '={{ [1] }}' })),
      running('An unclosed quotation mark', search({ query: 'n8n AND ("foo' })),
      running('An unclosed parenthesis', search({ query: 'n8n AND (foo' })),
      running('A parenthesis too many', search({ query: 'n8n AND foo)' })),
      running('A query that is too long', search({ query: 'kudu'.repeat(100) })),
      running('A permission is missing', search({}), { missing: MARKETPLACE }),
    ],
  },
  {
    title: 'Job: Get',
    cases: [
      running('No job', job('get')),
      running('Text that is no ID', job('get', { jobId: 'the first one' })),
      running('Two jobs', job('get', { jobId: '~021 ~022' })),
      running('A number that JavaScript has rounded', job('get', { jobId: 12345678901234567000 })),
      running('An unknown ID', job('get', { jobId: '1' })),
    ],
  },
  {
    title: 'Trigger: New Job',
    cases: [
      triggering('Neither a query nor a filter', {}),
      triggering('An unclosed quotation mark', { query: '"n8n' }),
      triggering('No job matches', { query: 'no such words at all' }),
      triggering('An organization that is none of yours', {
        query: 'n8n',
        options: { organizationId: { __rl: true, mode: 'id', value: '999' } },
      }),
    ],
  },
];
