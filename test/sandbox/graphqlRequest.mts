import { type DocumentNode, getOperationAST, GraphQLError, parse } from 'graphql';
import { isObject } from './guards.mts';
import { parseJson } from './http.mts';

/** The body of a GraphQL request, as far as it can be parsed. */
export interface GraphqlRequest {
  variables: Record<string, unknown>;
  operationName: string | null;
  /** The document, or why it can't be read. */
  document: DocumentNode | GraphQLError;
}

/** Clients send the same few documents again and again, so each is parsed only once. */
const KNOWN_DOCUMENTS = 200;
const known = new Map<string, DocumentNode | GraphQLError>();

function parseOnce(query: string): DocumentNode | GraphQLError {
  const document = known.get(query) ?? parseDocument(query);
  if (known.size >= KNOWN_DOCUMENTS) known.clear();
  known.set(query, document);
  return document;
}

function parseDocument(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Parses a body; returns a string if it is invalid. */
export function readGraphqlRequest(body: string): GraphqlRequest | string {
  const content = parseJson(body);
  if (!isObject(content)) return 'The body is not a JSON object';
  const { query, variables, operationName } = content;
  if (typeof query !== 'string' || query.trim() === '') return 'The body has no query';
  if (variables !== undefined && variables !== null && !isObject(variables)) {
    return 'The variables are not an object';
  }
  return {
    variables: variables ?? {},
    operationName: typeof operationName === 'string' ? operationName : null,
    document: parseOnce(query),
  };
}

/** The name of the requested operation; `null` if it has none. */
export function operationNameOf({ document, operationName }: GraphqlRequest): string | null {
  if (document instanceof GraphQLError) return operationName;
  return getOperationAST(document, operationName)?.name?.value ?? operationName;
}
