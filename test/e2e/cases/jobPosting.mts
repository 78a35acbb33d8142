import { type JsonObject, jsonObject, jsonObjects } from '../../n8n/json.mts';
import { idLocator } from '../../n8n/workflows.mts';
import { refused, type ResourceCases } from './operationCase.mts';
import { AS_CLIENT } from './organizations.mts';
import { askAsClient, newPosting, NO_POSTING, readPosting } from './postings.mts';

const FILLED = `{
  organization {
    jobPosting(jobPostingFilter: {
      statusAndAccess_any: [{ statuses_any: [FILLED] }]
      pagination_eq: { first: 50 }
    }) { edges { node { id content { title } } } }
  }
}`;

const TEXTS = 'id content { title description }';

/** The fields of TEXTS as the node returns them. */
function flat({ id, content }: JsonObject): JsonObject {
  return { id, ...jsonObject(content) };
}

export const jobPostingCases: ResourceCases = {
  resource: 'jobPosting',
  cases: [
    {
      operation: 'create',
      prepare: (sandbox) => ({
        parameters: {
          ...AS_CLIENT,
          title: 'Brush the zebra',
          description: 'Stripe by stripe.',
          jobType: 'FIXED',
          budget: 1200,
          status: 'DRAFT',
          questions: 'Horizontal or vertical?',
        },
        async check(output) {
          const fields = `info { status } content { title description }
              contractTerms { fixedPriceContractTerms { amount { rawValue } } }
              contractorSelection { proposalRequirement { screeningQuestions { question } } }`;
          expect(output).toMatchObject([
            { title: 'Brush the zebra', status: 'Draft', version: 1, notSaved: '' },
          ]);
          expect(await readPosting(sandbox, output[0]?.id, fields)).toEqual({
            info: { status: 'DRAFT' },
            content: { title: 'Brush the zebra', description: 'Stripe by stripe.' },
            contractTerms: { fixedPriceContractTerms: { amount: { rawValue: '1200.0' } } },
            contractorSelection: {
              proposalRequirement: {
                screeningQuestions: [{ question: 'Horizontal or vertical?' }],
              },
            },
          });
        },
      }),
      refused: refused('title', ' ', 'is empty'),
    },
    {
      operation: 'get',
      async prepare(sandbox) {
        const id = await newPosting(sandbox);
        return {
          parameters: { ...AS_CLIENT, jobPostingId: idLocator(id) },
          async check(output) {
            expect(output).toMatchObject([flat(await readPosting(sandbox, id, TEXTS))]);
          },
        };
      },
      refused: NO_POSTING,
    },
    {
      operation: 'getAll',
      prepare: (sandbox) => ({
        parameters: {
          ...AS_CLIENT,
          returnAll: false,
          limit: 50,
          filters: { statuses: ['FILLED'] },
        },
        async check(output) {
          const { organization } = await askAsClient(sandbox, FILLED);
          const { edges } = jsonObject(jsonObject(organization).jobPosting);
          const filled = jsonObjects(edges).map(({ node }) => flat(jsonObject(node)));
          expect(output.map(({ id, title }) => ({ id, title }))).toEqual(filled);
          expect(filled).not.toEqual([]);
        },
      }),
      refused: refused('limit', 0, 'must be 1 or more (it is 0)'),
    },
    {
      operation: 'inviteFreelancer',
      async prepare(sandbox) {
        const id = await newPosting(sandbox);
        return {
          parameters: {
            ...AS_CLIENT,
            jobPostingId: idLocator(id),
            freelancerId: idLocator('77'),
            invitationLetter: 'Have a look?',
          },
          async check(output) {
            expect(output).toMatchObject([{ jobPostingId: id, freelancerId: '77' }]);
            const fields = 'proposalsStatistics { totalInvitesSent }';
            expect(await readPosting(sandbox, id, fields)).toEqual({
              proposalsStatistics: { totalInvitesSent: 1 },
            });
          },
        };
      },
      refused: refused(
        'freelancerId',
        'Ada Abt',
        'is not a freelancer\'s ID or profile URL: "Ada Abt"',
      ),
    },
    {
      operation: 'close',
      async prepare(sandbox) {
        const id = await newPosting(sandbox);
        return {
          parameters: {
            ...AS_CLIENT,
            jobPostingId: idLocator(id),
            closeAs: 'FILLED',
            reason: idLocator('401'),
          },
          async check(output) {
            expect(output).toMatchObject([{ id, version: 2 }]);
            expect(await readPosting(sandbox, id, 'info { status }')).toEqual({
              info: { status: 'FILLED' },
            });
          },
        };
      },
      refused: NO_POSTING,
    },
    {
      operation: 'update',
      async prepare(sandbox) {
        const id = await newPosting(sandbox);
        return {
          parameters: {
            ...AS_CLIENT,
            jobPostingId: idLocator(id),
            updateFields: { title: 'Feed both zebras' },
          },
          async check(output) {
            expect(output).toMatchObject([
              { id, title: 'Feed both zebras', version: 2, notSaved: '' },
            ]);
            expect(flat(await readPosting(sandbox, id, TEXTS))).toEqual({
              id,
              title: 'Feed both zebras',
              description: 'Every day.',
            });
          },
        };
      },
      refused: NO_POSTING,
    },
  ],
};
