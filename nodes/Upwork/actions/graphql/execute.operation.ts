import type { IDataObject } from 'n8n-workflow';

import { takeRecords } from '../../api';
import type { GraphqlDocument } from '../../api';
import { readLimit } from '../../fields/limit';
import type { Parameters } from '../../fields/parameters';
import type { Operation } from '../operation';
import { paginateConnection, paginationFields, readPagination } from './pagination';
import type { ParsedOperation } from './parseDocument';
import { readVariables, variablesFields } from './variables';

export const execute: Operation = {
  value: 'execute',
  name: 'Execute',
  action: 'Execute a GraphQL query',
  description: "Send any query or mutation to Upwork's GraphQL API",
  output: 'data',
  permissions: [],
  changes: 'byOwnSwitch',
  fields: [
    {
      displayName: 'Query',
      name: 'query',
      type: 'string',
      typeOptions: { rows: 8 },
      default: '',
      required: true,
      placeholder: 'e.g. query Me { user { name } }',
      description: 'GraphQL query or mutation. Its syntax is checked before it is sent.',
    },
    {
      displayName: 'Operation Name',
      name: 'operationName',
      type: 'string',
      default: '',
      description: 'Name of the operation to run, if the query has several',
    },
    ...variablesFields,
    {
      displayName: 'Allow Mutations',
      name: 'allowMutations',
      type: 'boolean',
      noDataExpression: true,
      default: false,
      description:
        'Whether the query can change data on Upwork, even if an AI agent wrote it. A mutation is sent again only if Upwork certainly did not execute it.',
    },
    ...paginationFields,
  ],

  async execute(client, parameters) {
    const { document, variables } = await readRequest(parameters);
    const pagination = readPagination(parameters);
    if (!pagination) return [await client.send(document, variables)];
    const pages = paginateConnection(
      pagination,
      variables,
      parameters,
      async (next) => await client.send(document, next),
    );
    return await takeRecords(pages, readLimit(parameters), () => true);
  },
};

async function readRequest(parameters: Parameters): Promise<{
  document: GraphqlDocument<IDataObject, IDataObject>;
  variables: IDataObject;
}> {
  const text = parameters.text('query');
  if (text === undefined) throw parameters.invalid('query', 'is empty', 'Enter a GraphQL query.');
  const { parseDocument } = await import('./parseDocument');
  const parsed = parseDocument(text);
  if ('syntaxError' in parsed) {
    throw parameters.invalid(
      'query',
      `is not valid GraphQL: ${parsed.syntaxError}`,
      `Correct the query${parsed.where === null ? '' : ` in ${parsed.where}`}. It was not sent.`,
    );
  }
  const operation = chooseOperation(parsed.operations, parameters);
  const { name, fields } = operation;
  const kind = assertAllowed(operation, text, parameters);
  return {
    document: { kind, name, text, fields, compiled: null, neverRetried: submitsProposal(text) },
    variables: readVariables(parameters, operation),
  };
}

const submitsProposal = (text: string): boolean => /\bcreateJobProposal\b/.test(text);

function chooseOperation(
  operations: readonly ParsedOperation[],
  parameters: Parameters,
): ParsedOperation {
  const names = operations.map(({ name }) => name ?? '(without a name)').join(', ');
  const name = parameters.line('operationName');
  const [first, second] = operations;
  if (!first)
    throw parameters.invalid(
      'query',
      'has no operation, only fragments',
      'Add a query or a mutation.',
    );
  if (name === undefined) {
    if (!second) return first;
    throw parameters.invalid(
      'operationName',
      'is empty, but the query has several operations',
      `Enter one of these: ${names}.`,
    );
  }
  const found = operations.find((operation) => operation.name === name);
  if (found) return found;
  throw parameters.invalid(
    'operationName',
    `is "${name}", which the query does not have`,
    `Enter one of these: ${names}.`,
  );
}

function assertAllowed(
  { kind }: ParsedOperation,
  text: string,
  parameters: Parameters,
): 'query' | 'mutation' {
  if (kind === 'query') return kind;
  if (kind === 'subscription') {
    throw parameters.invalid(
      'query',
      'is a subscription, which Upwork does not offer',
      'Enter a query or a mutation.',
    );
  }
  if (!parameters.isSwitchedOn('allowMutations')) {
    throw parameters.invalid(
      'query',
      `is a mutation, and ${parameters.label('allowMutations')} is off`,
      'Turn it on if the query is meant to change data on Upwork.',
    );
  }
  // Upwork's terms: a proposal needs a human decision for each posting.
  if (parameters.isAiTool && submitsProposal(text)) {
    throw parameters.invalid(
      'query',
      'submits a proposal, which an AI agent must not do',
      'Use Proposal: Submit in a workflow in which a person decides on each job.',
    );
  }
  return kind;
}
