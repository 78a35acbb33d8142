import type { JobPostingUpdateMutation, JobPostingUpdateRequest, PartialData } from '../api';
import { JOB_POSTING_STATUSES, labelOf } from './choices';
import { jobCiphertext, jobUrl } from './job';

/** Upwork's response to creating and updating. */
type SaveResult = PartialData<JobPostingUpdateMutation>['updateJobPosting'];

/** The parts of a request, the fields in which Upwork says whether it saved them, and their labels. */
const PARTS = [
  ['attachmentIds', 'attachmentsSaved', 'Attachments'],
  ['ptcInfo', 'ptcInfoSaved', 'PTC Info'],
  ['qualifications', 'qualificationsSaved', 'Qualifications'],
  ['questions', 'questionsSaved', 'Screening Questions'],
  ['sandsJobPost', 'sandsJobPostSaved', 'Skills'],
  ['segmentationData', 'segmentationDataSaved', 'Segmentation Data'],
] as const;

/** A job posting that was just saved. */
export interface SavedJobPosting {
  /** Title and status are those of the request; null if an update left them as they were. */
  title: string | null;
  status: string | null;
  url: string | null;
  version: number | null;
  /** The parts of the request that Upwork did not save. */
  notSaved: string;
  id: string | null;
}

export function toSavedJobPosting(
  saved: SaveResult,
  request: Partial<JobPostingUpdateRequest>,
  knownId: string | null = null,
): SavedJobPosting {
  const id = saved?.id ?? knownId;
  return {
    title: request.jobPostingInfo?.title ?? null,
    status: labelOf(JOB_POSTING_STATUSES, request.jobPostingInfo?.status),
    url: id && jobUrl(jobCiphertext(id)),
    version: saved?.version ?? null,
    notSaved: PARTS.flatMap(([part, flag, label]) =>
      request[part] && saved?.[flag] === false ? [label] : [],
    ).join(', '),
    id,
  };
}
