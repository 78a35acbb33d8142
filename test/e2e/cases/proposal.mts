import { jsonObject, jsonObjects } from '../../n8n/json.mts';
import { idLocator } from '../../n8n/workflows.mts';
import type { JobChanges, Sandbox } from '../../sandbox/index.mts';
import { askSandbox } from '../askSandbox.mts';
import { refused, type ResourceCases } from './operationCase.mts';

const LIST = `{
  vendorProposals(
    filter: { status_eq: Declined }
    sortAttribute: { field: CREATEDDATETIME, sortOrder: DESC }
    pagination: { first: 5 }
  ) { edges { node { id proposalCoverLetter status { status } } } }
}`;

/** The freelancer's newest proposals that were declined. */
async function newestDeclined(sandbox: Sandbox) {
  const { edges } = jsonObject((await askSandbox(sandbox, LIST)).vendorProposals);
  return jsonObjects(edges).map(({ node }) => {
    const { id, proposalCoverLetter: coverLetter, status } = jsonObject(node);
    return { id: String(id), coverLetter, status: jsonObject(status).status };
  });
}

export const proposalCases: ResourceCases = {
  resource: 'proposal',
  cases: [
    {
      operation: 'get',
      async prepare(sandbox) {
        const [stored] = await newestDeclined(sandbox);
        return {
          parameters: { proposalId: idLocator(stored?.id ?? '') },
          check(output) {
            expect(output).toMatchObject([stored]);
          },
        };
      },
      refused: refused('proposalId', 'that one', 'is not a proposal\'s ID or URL: "that one"'),
    },
    {
      operation: 'getAll',
      prepare: (sandbox) => ({
        parameters: { statuses: ['Declined'], returnAll: false, limit: 5 },
        async check(output) {
          const stored = await newestDeclined(sandbox);
          expect(stored).toHaveLength(5);
          expect(output).toMatchObject(stored);
        },
      }),
      refused: refused('limit', 0, 'must be 1 or more, not 0'),
    },
    {
      operation: 'getReasons',
      prepare: (sandbox) => ({
        parameters: { reasonType: 'PROPOSAL_WITHDRAW', includeHidden: true },
        async check(output) {
          const query = '{ reasons(reasonType: PROPOSAL_WITHDRAW, all: true) { id reason alias } }';
          expect(output).toEqual((await askSandbox(sandbox, query)).reasons);
        },
      }),
      refused: refused(
        'reasonType',
        'boredom',
        'must be one of PROPOSAL_DECLINE, PROPOSAL_REJECT, PROPOSAL_WITHDRAW, not "boredom"',
      ),
    },
    {
      operation: 'submit',
      prepare(sandbox) {
        const job: JobChanges = {
          applied: false,
          contractType: 'HOURLY',
          hourlyMin: 20,
          hourlyMax: 90,
          budget: null,
          freelancersToHire: 1,
          screeningQuestions: ['When can you start?'],
        };
        const [{ id: jobId } = { id: '' }] = sandbox.control.addJobs({ job });
        return {
          parameters: {
            decidedByPerson: true,
            jobId: idLocator(jobId),
            coverLetter: 'I would like to help.',
            chargedAmount: 45,
            answers: { answer: [{ answer: 'On Monday.', question: '' }] },
          },
          check(output) {
            const submitted = sandbox.control.submittedProposals().proposals.at(-1);
            expect(output).toMatchObject([{ id: submitted?.id, jobId, bid: 45 }]);
            expect(submitted).toMatchObject({
              jobId,
              coverLetter: 'I would like to help.',
              chargedAmount: 45,
              answers: [{ question: 'When can you start?', answer: 'On Monday.' }],
            });
          },
        };
      },
      refused: refused('jobId', 'that one', 'is not a job\'s ID or URL: "that one"'),
    },
  ],
};
