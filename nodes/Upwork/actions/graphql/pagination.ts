import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { BY_CURSOR, paginate, ZERO_CURSOR } from '../../api';
import type { ConnectionPage, Page, PageOrder } from '../../api';
import type { Choice } from '../../fields/builders';
import { limitFields } from '../../fields/limit';
import type { Parameters } from '../../fields/parameters';
import { isObject } from '../../objects';

const PAGINATION: Choice<'none' | 'cursor' | 'zero'>[] = [
  { name: 'None', value: 'none', description: 'Send the query once' },
  {
    name: 'By Cursor',
    value: 'cursor',
    description: 'The first page has no cursor, as for proposals and rooms',
  },
  {
    name: 'By Cursor (Starting at 0)',
    value: 'zero',
    description: 'The first page has the cursor "0", as for the job search',
  },
];

/** How to read a connection page by page. */
export const paginationFields: INodeProperties[] = [
  {
    displayName: 'Pagination',
    name: 'pagination',
    type: 'options',
    options: PAGINATION,
    default: 'none',
    description:
      'How to get all pages of a list. The query must select pageInfo { endCursor hasNextPage } of the connection.',
  },
  ...[
    {
      displayName: 'Connection Path',
      name: 'connectionPath',
      type: 'string' as const,
      default: '',
      required: true,
      placeholder: 'e.g. organization.jobPosting',
      description: 'Path of the connection in the data, in dot notation',
    },
    {
      displayName: 'Cursor Variable',
      name: 'cursorVariable',
      type: 'string' as const,
      default: '',
      required: true,
      placeholder: 'e.g. filter.pagination_eq.after',
      description: 'Variable that takes the cursor, in dot notation if it is inside another one',
    },
    ...limitFields,
  ].map((field) => ({
    ...field,
    displayOptions: {
      show: { ...field.displayOptions?.show, pagination: ['cursor', 'zero'] },
    },
  })),
];

/** How to paginate. */
export interface Pagination {
  connectionPath: string[];
  cursorVariable: string[];
  order: PageOrder;
}

const JOB_SEARCH = 'marketplaceJobPostingsSearch';

export function readPagination(parameters: Parameters): Pagination | undefined {
  const pagination = parameters.choice('pagination', PAGINATION) ?? 'none';
  if (pagination === 'none') return undefined;
  const path = (name: string): string[] => {
    const line = parameters.line(name);
    if (line === undefined)
      throw parameters.invalid(name, 'is empty', 'Enter it, or turn the pagination off.');
    return line.split('.');
  };
  const connectionPath = path('connectionPath');
  return {
    connectionPath,
    cursorVariable: path('cursorVariable'),
    order: {
      after: pagination === 'zero' ? ZERO_CURSOR : BY_CURSOR.after,
      trustsHasNextPage: connectionPath.at(-1) === JOB_SEARCH,
    },
  };
}

/** The records of a connection, page by page. */
export function paginateConnection(
  { connectionPath, cursorVariable, order }: Pagination,
  variables: IDataObject,
  parameters: Parameters,
  send: (variables: IDataObject) => Promise<IDataObject>,
): AsyncGenerator<Page<IDataObject>> {
  return paginate(async (after) => {
    const data = await send(
      after === null ? variables : withValue(variables, cursorVariable, after),
    );
    return readPage(data, connectionPath, parameters);
  }, order);
}

/** Upwork: where a connection has its records. */
const LISTS = ['edges', 'nodes', 'items'];

function readPage(
  data: IDataObject,
  path: string[],
  parameters: Parameters,
): ConnectionPage<IDataObject> {
  const connection = path.reduce<unknown>(
    (value, name) => (isObject(value) ? value[name] : undefined),
    data,
  );
  if (!isObject(connection) || connection.pageInfo === undefined) {
    throw parameters.invalid(
      'connectionPath',
      `does not lead to a connection with a pageInfo: "${path.join('.')}"`,
      'Select pageInfo { endCursor hasNextPage } there, next to edges { node { … } }.',
    );
  }
  const edges = LISTS.map((name) => connection[name]).find((list) => list !== undefined);
  if (edges === undefined) {
    throw parameters.invalid(
      'connectionPath',
      `does not lead to a list of edges: "${path.join('.')}"`,
      'Select edges { node { … } } there, next to pageInfo { endCursor hasNextPage }.',
    );
  }
  const list: unknown[] = Array.isArray(edges) ? edges : [];
  const pageInfo = isObject(connection.pageInfo) ? connection.pageInfo : {};
  return {
    records: list.filter(isObject).flatMap((edge) => {
      if (edge.node === undefined) return [edge];
      return isObject(edge.node) ? [edge.node] : [];
    }),
    edgeCount: list.length,
    endCursor: typeof pageInfo.endCursor === 'string' ? pageInfo.endCursor : null,
    hasNextPage: pageInfo.hasNextPage === true,
  };
}

/** A copy in which the value at the path is this one. */
function withValue(
  object: IDataObject,
  [name = '', ...rest]: string[],
  value: string,
): IDataObject {
  if (rest.length === 0) return { ...object, [name]: value };
  const inner = object[name];
  return { ...object, [name]: withValue(isObject(inner) ? inner : {}, rest, value) };
}
