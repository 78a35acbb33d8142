import { action, checkCount, ControlError } from '../../action.mts';
import { isNumber, isOneOf, isRecord, isString } from '../../guards.mts';
import { type JobPosting, NEW_POSTING, type PostingStatus } from '../../world/jobPostings.mts';
import type { World } from '../../world/index.mts';

export interface AddJobPostings {
  title: string;
  /** Default: 1. */
  count?: number;
}

export interface SetJobPostingStatus {
  id: string;
  /** With one of the last two, the proposals that are open are archived. */
  status: Extract<PostingStatus, 'REQUESTED' | 'CANCELLED' | 'FILLED'>;
}

/** The control actions for job postings. */
export interface JobPostingsControl {
  /** The client opens new postings, now. Returns their IDs. */
  addJobPostings(input: AddJobPostings): string[];
  /** The client closes a posting, or opens it again. */
  setJobPostingStatus(input: SetJobPostingStatus): void;
  /** Upwork no longer knows the posting. */
  removeJobPosting(input: { id: string }): void;
}

const isAddJobPostings = isRecord<{ title: string }, { count: number }>(
  { title: isString },
  { count: isNumber },
);
const isSetJobPostingStatus = isRecord<SetJobPostingStatus, object>(
  { id: isString, status: isOneOf('REQUESTED', 'CANCELLED', 'FILLED') },
  {},
);
const isRemoveJobPosting = isRecord<{ id: string }, object>({ id: isString }, {});

export function jobPostingsControl({ jobPostings, receivedProposals }: World) {
  function postingFor(name: string, id: string): JobPosting {
    const posting = jobPostings.byId(id);
    if (!posting) throw new ControlError(`${name}: there is no job posting "${id}"`);
    return posting;
  }

  return {
    addJobPostings: action(isAddJobPostings, ({ title, count = 1 }: AddJobPostings): string[] => {
      checkCount('addJobPostings', count);
      const content = { ...NEW_POSTING, title, description: title };
      return Array.from({ length: count }, () => jobPostings.create(content).id);
    }),
    setJobPostingStatus: action(isSetJobPostingStatus, ({ id, status }: SetJobPostingStatus) => {
      const posting = postingFor('setJobPostingStatus', id);
      const changed = jobPostings.update(posting, { ...posting, status });
      if (status !== 'REQUESTED') receivedProposals.archive(changed);
    }),
    removeJobPosting: action(isRemoveJobPosting, ({ id }: { id: string }) => {
      jobPostings.remove(postingFor('removeJobPosting', id));
    }),
  };
}
