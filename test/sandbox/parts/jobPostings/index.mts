import { type JobPosting, NEW_POSTING } from '../../world/jobPostings.mts';
import type { World } from '../../world/index.mts';
import { CLIENT } from '../../world/account.mts';
import { forClients } from '../access.mts';
import type { ClientPageOptions } from '../clientPage.mts';
import { incorrectValue, type Part, UpworkError } from '../part.mts';
import { unknownId, type UnknownIdOptions } from '../unknownId.mts';
import { type JobPostingRequest, requestedContent } from './content.mts';
import { jobPostingList, type JobPostingsArguments } from './list.mts';
import { jobPosting, type JobPostingsOptions } from './view.mts';

/** Upwork: the key's form spells this one differently from the others. */
const READ_AND_WRITE = 'Job Postings - Read and Write Access';
const READ = ['Job Postings – Read-Only', READ_AND_WRITE];

interface Invitation {
  jobPostingId: string;
  freelancerId: string;
}

/** Which parts of a request were saved. */
function saved(request: JobPostingRequest, { id, version }: JobPosting) {
  return {
    id,
    version,
    qualificationsSaved: Boolean(request.qualifications),
    skillsSaved: Boolean(request.sandsJobPost?.skills),
    questionsSaved: Boolean(request.questions),
    segmentationDataSaved: Boolean(request.segmentationData),
    // Files can only be uploaded on Upwork's site, so there are none to attach here.
    attachmentsSaved: false,
    ptcInfoSaved: Boolean(request.ptcInfo),
    jobPostingAdditional: Boolean(request.jobPostingAdditionalRequest),
    sandsJobPostSaved: Boolean(request.sandsJobPost),
    customFieldsSaved: Boolean(request.customFields),
  };
}

function assertOwn({ organizationId }: JobPostingRequest): void {
  if (organizationId !== CLIENT.id) throw new UpworkError('Authorization failed');
}

/** The client's job postings. The list of them is a field of `organization`: see jobPostingLists. */
export function jobPostingsPart(
  world: World,
  options: UnknownIdOptions & JobPostingsOptions,
): Part {
  const { jobPostings, receivedProposals } = world;

  function existing(id: string): JobPosting {
    const found = jobPostings.byId(id);
    if (!found) throw new UpworkError(`Opening not found for uid=${id}`);
    return found;
  }

  return {
    needs: {
      'Query.jobPosting': READ,
      'CurrentOrganization.jobPosting': READ,
      'Mutation.createJobPosting': READ_AND_WRITE,
      'Mutation.updateJobPosting': READ_AND_WRITE,
      'Mutation.createClientJobInvitation': READ_AND_WRITE,
    },
    enterpriseOnly: [],
    roots: {
      jobPosting: forClients(({ jobPostingId: id }: { jobPostingId: string }) => {
        const found = jobPostings.byId(id);
        return found
          ? jobPosting(world, found, options)
          : unknownId(options, 'error', `Opening not found for uid=${id}`);
      }),
      createJobPosting: forClients(
        ({ jobPostingRequest: request }: { jobPostingRequest: JobPostingRequest }) => {
          assertOwn(request);
          const content = requestedContent(request, NEW_POSTING);
          // What Upwork requires is unknown; a posting without these makes no sense.
          if (!content.title.trim() || !content.description.trim()) throw incorrectValue();
          return saved(request, jobPostings.create(content));
        },
      ),
      updateJobPosting: forClients(
        ({
          id,
          jobPostingRequest: request,
        }: {
          id: string;
          jobPostingRequest: JobPostingRequest;
        }) => {
          assertOwn(request);
          const before = existing(id);
          const posting = jobPostings.update(before, requestedContent(request, before));
          if (['CANCELLED', 'FILLED'].includes(posting.status)) receivedProposals.archive(posting);
          return saved(request, posting);
        },
      ),
      createClientJobInvitation: forClients(
        ({
          clientJobInvitationCreateRequest: request,
        }: {
          clientJobInvitationCreateRequest: Invitation;
        }) => {
          const posting = existing(request.jobPostingId);
          if (posting.status !== 'REQUESTED') throw incorrectValue();
          if (posting.invited.includes(request.freelancerId)) throw incorrectValue();
          return jobPostings.invite(posting, request.freelancerId);
        },
      ),
    },
  };
}

/** The fields of `organization` that list job postings. */
export function jobPostingLists(world: World, options: ClientPageOptions & JobPostingsOptions) {
  return {
    jobPosting: forClients((args: JobPostingsArguments) => jobPostingList(world, args, options)),
  };
}
