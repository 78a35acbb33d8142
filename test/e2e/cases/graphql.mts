import { askSandbox } from '../askSandbox.mts';
import { refused, type ResourceCases } from './operationCase.mts';

const QUERY = '{ user { id name } }';

export const graphqlCases: ResourceCases = {
  resource: 'graphql',
  cases: [
    {
      operation: 'execute',
      prepare: (sandbox) => ({
        parameters: { query: QUERY },
        async check(output) {
          expect(output).toEqual([await askSandbox(sandbox, QUERY)]);
        },
      }),
      refused: refused(
        'query',
        '{ user { name }',
        'is not valid GraphQL: Expected Name, found <EOF>',
      ),
    },
  ],
};
