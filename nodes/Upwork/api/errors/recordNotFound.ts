import type { ApiFailure, ErrorText } from './failure';

/** What a user can name by its ID. */
export type RecordName =
  | 'contract'
  | 'freelancer'
  | 'job'
  | 'job posting'
  | 'message'
  | 'offer'
  | 'person'
  | 'proposal'
  | 'room';

interface RecordWords {
  /** What Upwork calls it. */
  upwork: RegExp;
  /** How to name one that exists. */
  advice: string;
}

const OTHERS_SEE_IT = "It may have been removed, or the organization in use can't see it.";

const RECORDS: Record<RecordName, RecordWords> = {
  contract: {
    upwork: /contract/i,
    advice: 'Choose it from the list, or copy the ID from the address of the contract on Upwork.',
  },
  freelancer: {
    upwork: /freelancer|user|person/i,
    advice: "Use the freelancer's ID from Received Proposal: Get Many.",
  },
  job: {
    upwork: /opening|job/i,
    advice:
      'It may have been removed or made private. Choose it from the list, or copy the address of the job on Upwork.',
  },
  'job posting': {
    upwork: /opening|job/i,
    advice: `${OTHERS_SEE_IT} Choose it from the list, or copy the address of the job posting on Upwork.`,
  },
  message: {
    upwork: /story|message/i,
    advice: 'Choose the room that it is in, and then the message from the list.',
  },
  offer: {
    upwork: /offer/i,
    advice: 'Choose it from the list, or copy the ID from the address of the offer on Upwork.',
  },
  person: {
    upwork: /user|person|member/i,
    advice: 'Choose the person from the list.',
  },
  proposal: {
    upwork: /proposal|application/i,
    advice: `${OTHERS_SEE_IT} Choose it from the list.`,
  },
  room: {
    upwork: /room/i,
    advice: `${OTHERS_SEE_IT} Choose it from the list, or copy the address of the room on Upwork.`,
  },
};

/** The words for a record that Upwork doesn't have. */
export const recordNotFound = (record: RecordName, id: string): ErrorText => ({
  message: `Upwork has no ${record} with the ID ${id}`,
  description: RECORDS[record].advice,
});

/** What a variable names. Some documents call it just `id`: then the root field tells. */
const BY_VARIABLE = new Map<string, RecordName>([
  ['freelancerId', 'freelancer'],
  ['jobPostingId', 'job posting'],
  ['proposalId', 'proposal'],
  ['roomId', 'room'],
  ['roomId_eq', 'room'],
  ['storyId', 'message'],
  ['userId', 'person'],
]);
const BY_ROOT_FIELD = new Map<string, RecordName>([
  ['clientProposal', 'proposal'],
  ['contractRoom', 'contract'],
  ['jobPosting', 'job posting'],
  ['marketplaceJobPosting', 'job'],
  ['offerRoom', 'offer'],
  ['proposalRoom', 'proposal'],
  ['room', 'room'],
  ['updateJobPosting', 'job posting'],
  ['vendorProposal', 'proposal'],
]);

/**
 * A "not found" of Upwork's in the user's words: which of the IDs that were sent it is about. Upwork
 * may name the ID, or the kind of the record, or neither.
 */
export function nameTheRecord(
  failure: ApiFailure,
  fields: readonly { name: string }[],
  variables: object,
): ApiFailure {
  const words = failure.details ?? '';
  const root = BY_ROOT_FIELD.get(fields[0]?.name ?? '');
  const named = textsIn(variables).flatMap(([key, id]) => {
    const record = key === 'id' ? root : BY_VARIABLE.get(key);
    return record ? [{ record, id }] : [];
  });
  const found =
    named.find(({ id }) => words.split(/[^\w~-]+/).includes(id)) ??
    named.find(({ record }) => RECORDS[record].upwork.test(words)) ??
    (named.length === 1 ? named[0] : undefined);
  return found ? { ...failure, ...recordNotFound(found.record, found.id) } : failure;
}

/** All texts among the variables, with the names of their fields. */
function textsIn(value: object): [string, string][] {
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]): [string, string][] => {
    if (typeof inside === 'string') return [[key, inside]];
    return typeof inside === 'object' && inside !== null ? textsIn(inside) : [];
  });
}
