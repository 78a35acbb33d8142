import type { IDataObject } from 'n8n-workflow';

import type { GraphqlDocument } from '../../api';
import { readLimit, takeRecords } from '../../fields/limit';
import type { Operation } from '../operation';
import type { Parameters } from '../../fields/parameters';
import { connectionPages, pagingFields, readPaging } from './pagination';
import { parseDocument } from './parseDocument';
import type { ParsedOperation } from './parseDocument';
import { readVariables, variablesFields } from './variables';

export const execute: Operation = {
  value: 'execute',
  name: 'Execute',
  action: 'Execute a GraphQL query',
  description: "Send any query or mutation to Upwork's GraphQL API",
  output: 'data',
  permission: null,
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
      description: 'The GraphQL document. Its syntax is checked before it is sent.',
    },
    {
      displayName: 'Operation Name',
      name: 'operationName',
      type: 'string',
      default: '',
      description: 'Which operation to carry out, if the query has several',
    },
    ...variablesFields,
    {
      displayName: 'Allow Mutations',
      name: 'allowMutations',
      type: 'boolean',
      noDataExpression: true,
      default: false,
      description:
        'Whether the query may change data on Upwork, even if an AI agent wrote it. A mutation is sent once and never repeated on its own, unless Upwork surely did not carry it out.',
    },
    ...pagingFields,
  ],

  async execute(client, parameters) {
    const { document, variables } = readRequest(parameters);
    const paging = readPaging(parameters);
    if (!paging) return [await client.send(document, variables)];
    const pages = connectionPages(
      paging,
      variables,
      parameters,
      async (next) => await client.send(document, next),
    );
    return await takeRecords(pages, readLimit(parameters), () => true);
  },
};

function readRequest(parameters: Parameters): {
  document: GraphqlDocument<IDataObject, IDataObject>;
  variables: IDataObject;
} {
  const text = parameters.text('query');
  if (text === undefined) throw parameters.invalid('query', 'is empty');
  const parsed = parseDocument(text);
  if ('slip' in parsed) {
    throw parameters.invalid('query', `is not valid GraphQL: ${parsed.slip}`, 'It was not sent.');
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

function chooseOperation(operations: readonly ParsedOperation[], parameters: Parameters): ParsedOperation {
  const names = operations.map(({ name }) => name ?? '(without a name)').join(', ');
  const wanted = parameters.text('operationName');
  const [first, second] = operations;
  if (!first) throw parameters.invalid('query', 'has no operation, only fragments');
  if (wanted === undefined) {
    if (!second) return first;
    throw parameters.invalid('operationName', `is empty, but the query has several: ${names}`);
  }
  const found = operations.find(({ name }) => name === wanted);
  if (found) return found;
  throw parameters.invalid(
    'operationName',
    `names "${wanted}", which the query does not have: ${names}`,
  );
}

function assertAllowed(
  { kind }: ParsedOperation,
  text: string,
  parameters: Parameters,
): 'query' | 'mutation' {
  if (kind === 'query') return kind;
  if (kind === 'subscription') {
    throw parameters.invalid('query', 'is a subscription, which Upwork does not offer');
  }
  if (!parameters.isSwitchedOn('allowMutations')) {
    throw parameters.invalid(
      'query',
      'is a mutation, and "Allow Mutations" is off',
      'Switch it on if the query is meant to change data on Upwork.',
    );
  }
  // Upwork's terms: a proposal needs a human decision for each posting.
  if (parameters.isAiTool && submitsProposal(text)) {
    throw parameters.invalid('query', 'submits a proposal, which an AI agent must not do');
  }
  return kind;
}
