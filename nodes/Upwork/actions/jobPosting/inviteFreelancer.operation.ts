import { mutation, omitUndefined } from '../../api';
import { idField, readId } from '../../fields/ids';
import { readJobId } from '../../fields/locators/job';
import type { Operation } from '../operation';
import { jobPostingLocator } from '../../fields/locators/jobPosting';

const document = mutation(
  'JobPostingInvite',
  /* GraphQL */ `
    mutation JobPostingInvite($request: ClientJobInvitationCreateRequestInput!) {
      createClientJobInvitation(clientJobInvitationCreateRequest: $request)
    }
  `,
);

export const inviteFreelancer: Operation = {
  value: 'inviteFreelancer',
  name: 'Invite Freelancer',
  action: 'Invite a freelancer to a job posting',
  description: 'Invite a freelancer to send a proposal for a job posting',
  output: 'invitation',
  permission: 'Job Postings – Read and Write',
  changes: 'whenAllowed',
  fields: [
    jobPostingLocator({ required: true, description: 'The job posting to invite to' }),
    idField({
      displayName: 'Freelancer ID',
      name: 'freelancerId',
      description: 'The ID of the freelancer, such as freelancer.id of a client proposal',
    }),
    {
      displayName: 'Invitation Letter',
      name: 'invitationLetter',
      type: 'string',
      typeOptions: { rows: 4 },
      default: '',
      description: 'What the freelancer reads',
    },
  ],

  async execute(client, parameters) {
    const jobPostingId = readJobId(parameters, 'jobPostingId');
    const freelancerId = readId(parameters, 'freelancerId');
    const { createClientJobInvitation: id } = await client.send(document, {
      request: {
        jobPostingId,
        freelancerId,
        ...omitUndefined({ invitationLetter: parameters.text('invitationLetter') }),
      },
    });
    return [{ id, jobPostingId, freelancerId }];
  },
};
