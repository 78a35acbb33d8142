import type { INodeParameters } from 'n8n-workflow';
import { type JsonObject, jsonObject, jsonObjects } from '../../n8n/json.mts';
import { idLocator } from '../../n8n/workflows.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import { type OperationCase, refused, type ResourceCases } from './operationCase.mts';
import { AS_CLIENT } from './organizations.mts';
import { askAsClient, newPosting, NO_POSTING } from './postings.mts';

interface Target {
  jobPostingId: string;
  proposalId: string;
}

const NO_PROPOSAL = refused('proposalId', 'that one', 'is not a proposal\'s ID: "that one"');

/** A proposal that has just arrived. */
async function newProposal(sandbox: Sandbox): Promise<Target> {
  const jobPostingId = await newPosting(sandbox);
  const { id } = sandbox.control.addReceivedProposal({ jobPostingId });
  return { jobPostingId, proposalId: id };
}

async function readProposal(sandbox: Sandbox, id: string): Promise<JsonObject> {
  const query = `query Proposal($id: ID!) {
    clientProposal(id: $id) { coverLetter annotations status { status reason { reason } } }
  }`;
  return jsonObject((await askAsClient(sandbox, query, { id })).clientProposal);
}

const SHORTLIST = `mutation Shortlist($request: ClientProposalShortlistRequest!) {
  shortlistClientProposal(clientProposalShortlistRequest: $request) { status }
}`;

const HIDE = `mutation Hide($request: ClientProposalHideRequest!) {
  hideClientProposal(clientProposalHideRequest: $request) { status }
}`;

/** An earlier change of the proposal by the client. */
const afterChange = (query: string, values: object) => async (sandbox: Sandbox, target: Target) => {
  await askAsClient(sandbox, query, { request: { ...target, ...values } });
};

/** A case for an operation that changes one proposal. */
function changing(
  operation: string,
  parameters: INodeParameters,
  expected: { status: string; annotations: string[] },
  before?: ReturnType<typeof afterChange>,
): OperationCase {
  return {
    operation,
    async prepare(sandbox) {
      const target = await newProposal(sandbox);
      await before?.(sandbox, target);
      const { jobPostingId, proposalId } = target;
      return {
        parameters: {
          ...AS_CLIENT,
          jobPostingId: idLocator(jobPostingId),
          proposalId: idLocator(proposalId),
          ...parameters,
        },
        async check(output) {
          const { status, annotations } = expected;
          expect(output).toMatchObject([
            {
              id: proposalId,
              jobPostingId,
              status,
              isShortlisted: annotations.includes('Shortlisted'),
              isHidden: annotations.includes('Hidden'),
              isRead: annotations.includes('Read'),
            },
          ]);
          expect(await readProposal(sandbox, proposalId)).toMatchObject({
            annotations,
            status: { status },
          });
        },
      };
    },
    refused: NO_PROPOSAL,
  };
}

export const clientProposalCases: ResourceCases = {
  resource: 'clientProposal',
  cases: [
    changing('decline', { reason: idLocator('302') }, { status: 'Declined', annotations: [] }),
    {
      operation: 'get',
      async prepare(sandbox) {
        const { proposalId } = await newProposal(sandbox);
        return {
          parameters: { ...AS_CLIENT, proposalId: idLocator(proposalId) },
          async check(output) {
            const { coverLetter } = await readProposal(sandbox, proposalId);
            expect(output).toMatchObject([{ id: proposalId, coverLetter, status: 'Created' }]);
          },
        };
      },
      refused: NO_PROPOSAL,
    },
    {
      operation: 'getAll',
      async prepare(sandbox) {
        const { jobPostingId } = await newProposal(sandbox);
        sandbox.control.addReceivedProposal({ jobPostingId });
        return {
          parameters: { ...AS_CLIENT, jobPostingId: idLocator(jobPostingId), returnAll: true },
          async check(output) {
            const query = `query Proposals($jobPostingId: ID!) {
              clientProposals(jobPostingId: $jobPostingId) { edges { node { id coverLetter } } }
            }`;
            const data = await askAsClient(sandbox, query, { jobPostingId });
            const { edges } = jsonObject(data.clientProposals);
            const stored = jsonObjects(edges).map(({ node }) => node);
            expect(stored).toHaveLength(2);
            expect(output.map(({ id, coverLetter }) => ({ id, coverLetter }))).toEqual(stored);
          },
        };
      },
      refused: NO_POSTING,
    },
    changing('hide', {}, { status: 'Created', annotations: ['Hidden'] }),
    changing('markAsRead', {}, { status: 'Created', annotations: ['Read'] }),
    changing(
      'message',
      { message: 'Can you start on Monday?' },
      { status: 'Activated', annotations: [] },
    ),
    changing(
      'removeFromShortlist',
      {},
      { status: 'Created', annotations: [] },
      afterChange(SHORTLIST, { shortlisted: true }),
    ),
    changing('shortlist', {}, { status: 'Created', annotations: ['Shortlisted'] }),
    changing(
      'unhide',
      {},
      { status: 'Created', annotations: [] },
      afterChange(HIDE, { hide: true }),
    ),
  ],
};
