import { mutation } from '../../api';
import {
  clientProposalTargetFields,
  readClientProposalTarget,
} from '../../fields/locators/clientProposal';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  toClientProposalChange,
} from '../../records/clientProposalChange';
import type { Operation } from '../operation';

const document = mutation(
  'ClientProposalShortlist',
  /* GraphQL */ `
    mutation ClientProposalShortlist($request: ClientProposalShortlistRequest!) {
      changed: shortlistClientProposal(clientProposalShortlistRequest: $request) {
        ...ClientProposalChangeFields
      }
    }
    ${CLIENT_PROPOSAL_CHANGE_FIELDS}
  `,
);

/** What adding to the shortlist and removing from it have in common. */
export const setShortlisted = (shortlisted: boolean) =>
  ({
    output: 'clientProposalChange',
    permissions: ['Client Proposals – Read and Write'],
    changes: 'whenAllowed',
    fields: clientProposalTargetFields,

    async execute(client, parameters) {
      const target = readClientProposalTarget(parameters);
      const { changed } = await client.send(document, { request: { ...target, shortlisted } });
      return [{ ...toClientProposalChange(changed, target) }];
    },
  }) satisfies Partial<Operation>;
