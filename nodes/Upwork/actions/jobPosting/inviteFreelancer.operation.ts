import { mutation } from '../../api';
import { requiredIdField } from '../../fields/builders';
import { jobPostingLocatorField, readJobPostingId } from '../../fields/locators/job';
import { omitUndefined } from '../../objects';
import type { Invitation } from '../../records/invitation';
import type { Operation } from '../operation';

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
  permissions: ['Job Postings - Read and Write Access'],
  changes: 'whenAllowed',
  fields: [
    jobPostingLocatorField({
      required: true,
      description: 'The job posting to invite the freelancer to',
    }),
    requiredIdField({
      displayName: 'Freelancer ID',
      name: 'freelancerId',
      description: 'ID of the freelancer, such as freelancerId of a received proposal',
    }),
    {
      displayName: 'Invitation Letter',
      name: 'invitationLetter',
      type: 'string',
      typeOptions: { rows: 4 },
      default: '',
      description: 'Message that is sent with the invitation',
    },
  ],

  async execute(client, parameters) {
    const jobPostingId = readJobPostingId(parameters);
    const freelancerId = parameters.id('freelancerId');
    const { createClientJobInvitation: id } = await client.send(document, {
      request: {
        jobPostingId,
        freelancerId,
        ...omitUndefined({ invitationLetter: parameters.text('invitationLetter') }),
      },
    });
    const invitation: Invitation = { id, jobPostingId, freelancerId };
    return [{ ...invitation }];
  },
};
