import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import {
  clientProposalTargetFields,
  readClientProposalTarget,
} from '../../fields/locators/clientProposal';
import type { Parameters } from '../../fields/parameters';
import {
  CLIENT_PROPOSAL_CHANGE_FIELDS,
  toClientProposalChange,
} from '../../records/clientProposalChange';
import type { Operation } from '../operation';

const document = mutation(
  'ClientProposalHide',
  /* GraphQL */ `
    mutation ClientProposalHide($request: ClientProposalHideRequest!) {
      changed: hideClientProposal(clientProposalHideRequest: $request) {
        ...ClientProposalChangeFields
      }
    }
    ${CLIENT_PROPOSAL_CHANGE_FIELDS}
  `,
);

/** What hiding and unhiding have in common. */
export const setHidden = (
  hide: boolean,
  fields: INodeProperties[] = [],
  readReason: (parameters: Parameters) => object | undefined = () => undefined,
) =>
  ({
    output: 'clientProposalChange',
    permissions: ['Client Proposals – Read and Write'],
    changes: 'whenAllowed',
    fields: [...clientProposalTargetFields, ...fields],

    async execute(client, parameters) {
      const target = readClientProposalTarget(parameters);
      const request = { ...target, hide, ...readReason(parameters) };
      const { changed } = await client.send(document, { request });
      return [{ ...toClientProposalChange(changed, target) }];
    },
  }) satisfies Partial<Operation>;
