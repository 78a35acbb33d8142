import type { JobPostingUpdateMutation, JobPostingUpdateRequest, PartialData } from '../api';
import { jobCiphertext, jobUrl } from './job';

/** Upwork's response to creating and updating. */
type SaveResult = PartialData<JobPostingUpdateMutation>['updateJobPosting'];

/** The parts of a request, and the fields in which Upwork says whether it saved them. */
const PARTS = [
  ['attachmentIds', 'attachmentsSaved'],
  ['ptcInfo', 'ptcInfoSaved'],
  ['qualifications', 'qualificationsSaved'],
  ['questions', 'questionsSaved'],
  ['sandsJobPost', 'sandsJobPostSaved'],
  ['segmentationData', 'segmentationDataSaved'],
] as const;

/** A job posting that was just saved. */
export interface SavedJobPosting {
  id: string | null;
  url: string | null;
  version: number | null;
  /** The parts of the request that Upwork did not save. */
  notSaved: string[];
}

export function toSavedJobPosting(
  saved: SaveResult,
  request: Partial<JobPostingUpdateRequest>,
  knownId: string | null = null,
): SavedJobPosting {
  const id = saved?.id ?? knownId;
  return {
    id,
    url: id && jobUrl(jobCiphertext(id)),
    version: saved?.version ?? null,
    notSaved: PARTS.flatMap(([part, flag]) =>
      request[part] && saved?.[flag] === false ? [part] : [],
    ),
  };
}
