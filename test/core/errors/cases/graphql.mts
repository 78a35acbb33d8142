import type { INodeParameters } from 'n8n-workflow';

import { running } from '../errorCase.mts';
import type { ErrorSection } from '../errorCase.mts';

const execute = (query: string, parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'graphql',
  operation: 'execute',
  query,
  ...parameters,
});

const ROOMS = 'query ($page: Pagination) { roomList(pagination: $page) { totalCount } }';
const PAGES = { pagination: 'cursor', cursorVariable: 'page.after' };

export const graphqlSections: ErrorSection[] = [
  {
    title: 'GraphQL: Execute',
    cases: [
      running('No query', execute(' ')),
      running('A typo', execute('{\n  user { id )\n}')),
      running('A field that does not exist', execute('{\n  user { nam }\n}')),
      running('Only a fragment', execute('fragment A on User { id }')),
      running('A subscription', execute('subscription { a }')),
      running('A mutation that is not allowed', execute('mutation { a }')),
      running('Two operations', execute('query A { a } query B { b }')),
      running('An unknown operation', execute('query A { a }', { operationName: 'C' })),
      running(
        'Variables that are not JSON',
        execute(ROOMS, { specifyVariables: 'json', variablesJson: '{' }),
      ),
      running(
        'Variables that are not an object',
        execute(ROOMS, { specifyVariables: 'json', variablesJson: '[]' }),
      ),
      running(
        'A variable that is not declared',
        execute(ROOMS, { variableValues: { variable: [{ name: 'pages', value: '1' }] } }),
      ),
      running('Pages without a path', execute(ROOMS, PAGES)),
      running('A path that leads nowhere', execute(ROOMS, { ...PAGES, connectionPath: 'rooms' })),
      running(
        'Pages without records',
        execute('{ roomList(pagination: { first: 1 }) { pageInfo { endCursor hasNextPage } } }', {
          ...PAGES,
          connectionPath: 'roomList',
        }),
      ),
      running('An error of Upwork', execute('{ user { id } }'), {
        fault: { kind: 'errors', errors: [{ message: 'The service is busy' }] },
      }),
      running(
        'A proposal by an AI agent',
        execute('mutation { createJobProposal }', { allowMutations: true }),
        { asTool: true },
      ),
    ],
  },
];
