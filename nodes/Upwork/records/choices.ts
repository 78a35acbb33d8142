import type {
  AccessType,
  ClientProposalStatusName,
  ContractType,
  EngagementType,
  ExperienceLevel,
  JobPostingStatus,
  RoomType,
} from '../api';

/** A value of Upwork's API, and its label in menus and in simplified records. */
export interface Choice<T extends string> {
  name: string;
  value: T;
  description?: string;
}

export const JOB_TYPES: Choice<ContractType>[] = [
  { name: 'Fixed Price', value: 'FIXED' },
  { name: 'Hourly', value: 'HOURLY' },
];

export const EXPERIENCE_LEVELS: Choice<ExperienceLevel>[] = [
  { name: 'Entry Level', value: 'ENTRY_LEVEL' },
  { name: 'Intermediate', value: 'INTERMEDIATE' },
  { name: 'Expert', value: 'EXPERT' },
];

export const WORKLOADS: Choice<EngagementType>[] = [
  { name: 'Full Time', value: 'FULL_TIME' },
  { name: 'Part Time', value: 'PART_TIME' },
  { name: 'As Needed', value: 'AS_NEEDED' },
  { name: 'Not Sure', value: 'NOT_SURE' },
];

export const JOB_POSTING_STATUSES: Choice<JobPostingStatus>[] = [
  { name: 'Cancelled', value: 'CANCELLED', description: 'Closed because nobody is needed' },
  { name: 'Deleted Draft', value: 'DELETED_DRAFT' },
  { name: 'Draft', value: 'DRAFT', description: 'Only you can see it until you open it' },
  { name: 'Filled', value: 'FILLED', description: 'Closed because somebody was found' },
  { name: 'Open', value: 'REQUESTED', description: 'Freelancers can apply' },
  { name: 'Waiting for Payment Method', value: 'PENDING_PAYMENT_METHOD' },
  { name: 'Waiting for Verification', value: 'VERIFICATION_PENDING' },
];

/** Who can see a job posting. */
export const VISIBILITIES: Choice<AccessType>[] = [
  { name: 'Public', value: 'PUBLIC_INDEX' },
  { name: 'Invite-Only', value: 'ACCESS_PRIVATE' },
  { name: 'Upwork Users Only', value: 'ACCESS_PUBLIC' },
];

export const CLIENT_PROPOSAL_STATUSES: Choice<ClientProposalStatusName>[] = [
  { name: 'Activated', value: 'Activated' },
  { name: 'Archived', value: 'Archived' },
  { name: 'Created', value: 'Created' },
  { name: 'Declined', value: 'Declined' },
  { name: 'Hired', value: 'Hired' },
  { name: 'Offered', value: 'Offered' },
  { name: 'Replaced', value: 'Replaced' },
  { name: 'Withdrawn', value: 'Withdrawn' },
];

export const ROOM_TYPES: Choice<RoomType>[] = [
  { name: 'Group', value: 'GROUP' },
  { name: 'Interview', value: 'INTERVIEW' },
  { name: 'One-on-One', value: 'ONE_ON_ONE' },
];

/** Those of the choices that are offered in one place. */
export const choicesAmong = <T extends string, TOffered extends T>(
  choices: readonly Choice<T>[],
  offered: readonly TOffered[],
): Choice<TOffered>[] =>
  choices.filter((choice): choice is Choice<TOffered> =>
    offered.some((value) => value === choice.value),
  );

/** The label of a value; null if Upwork returned none. Upwork may add values: they are made readable. */
export function labelOf(
  choices: readonly Choice<string>[],
  value: string | null | undefined,
): string | null {
  if (!value) return null;
  return choices.find((choice) => choice.value === value)?.name ?? titleCase(value);
}

/** A name in the form of a label: "SOME_NAME" and "someName" are "Some Name". */
export const titleCase = (name: string): string =>
  name
    .split(/[_\s]+|(?<=[a-z\d])(?=[A-Z])/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ');
