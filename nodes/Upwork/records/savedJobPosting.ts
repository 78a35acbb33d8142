import type { JobPostingUpdateMutation, JobPostingUpdateRequest, PartialData } from '../api';
import { jobCiphertext, jobUrl } from './job';

type Saved = PartialData<JobPostingUpdateMutation>['updateJobPosting'];

/** The parts of a request, and what Upwork says of each. */
const PARTS = [
  ['attachmentIds', 'attachmentsSaved'],
  ['ptcInfo', 'ptcInfoSaved'],
  ['qualifications', 'qualificationsSaved'],
  ['questions', 'questionsSaved'],
  ['sandsJobPost', 'sandsJobPostSaved'],
  ['segmentationData', 'segmentationDataSaved'],
] as const;

/** A posting that was saved, with the parts of the request that Upwork did not save. */
export function toSavedJobPosting(
  saved: Saved,
  request: Partial<JobPostingUpdateRequest>,
  knownId: string | null = null,
) {
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
