import type { INodeProperties } from 'n8n-workflow';

import type { ClientProposalShortlistMutation, GraphqlDocument } from '../../api';
import { lookupField } from '../../fields/builders';
import {
  clientProposalTargetFields,
  readClientProposalTarget,
} from '../../fields/locators/clientProposal';
import type { Parameters } from '../../fields/parameters';
import { toClientProposalChange } from '../../records/clientProposalChange';
import type { Operation } from '../operation';

type Target = ReturnType<typeof readClientProposalTarget>;

/** Why a client declines or hides a proposal. */
export const reasonField = lookupField(
  { displayName: 'Reason', name: 'reason', description: "One of Upwork's reasons" },
  'searchDeclineReasons',
  '301',
);

/** What every change of a received proposal has in common. */
export const change = <TRequest extends Target>(
  document: GraphqlDocument<ClientProposalShortlistMutation, { request: TRequest }>,
  fields: INodeProperties[],
  toRequest: (target: Target, parameters: Parameters) => TRequest,
) =>
  ({
    output: 'clientProposalChange',
    permissions: ['Client Proposals – Read and Write'],
    changes: 'whenAllowed',
    fields: [...clientProposalTargetFields, ...fields],

    async execute(client, parameters) {
      const target = readClientProposalTarget(parameters);
      const { changed } = await client.send(document, { request: toRequest(target, parameters) });
      return [{ ...toClientProposalChange(changed, target) }];
    },
  }) satisfies Partial<Operation>;
