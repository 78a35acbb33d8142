import type { Job } from '../../world/jobs.mts';

const AMOUNT = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });

/** Money as Upwork formats it. */
export function money(amount: number, currency: string) {
  const sign = currency === 'USD' ? '$' : `${currency} `;
  return {
    rawValue: amount.toFixed(1),
    currency,
    // Formatting is slow and rarely needed.
    displayValue: () => sign + AMOUNT.format(amount),
  };
}

export const DURATIONS = {
  WEEK: { id: '1', label: 'Less than 1 week', weeks: 1 },
  MONTH: { id: '2', label: 'Less than 1 month', weeks: 4 },
  QUARTER: { id: '3', label: '1 to 3 months', weeks: 9 },
  SEMESTER: { id: '4', label: '3 to 6 months', weeks: 18 },
  ONGOING: { id: '5', label: 'More than 6 months', weeks: 52 },
};

export function engagementDuration({ duration }: Pick<Job, 'duration'>) {
  return duration && DURATIONS[duration];
}

const DURATION_NAMES = ['WEEK', 'MONTH', 'QUARTER', 'SEMESTER', 'ONGOING'] as const;

export function durationById(id: string) {
  return DURATION_NAMES.find((name) => DURATIONS[name].id === id);
}

/** Whether the client named a rate or left it open. */
export function hourlyBudgetType(job: Job): 'MANUAL' | 'NOT_PROVIDED' | null {
  if (job.contractType === 'FIXED') return null;
  return job.hourlyMin === null ? 'NOT_PROVIDED' : 'MANUAL';
}
