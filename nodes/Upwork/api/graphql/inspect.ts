import type { Outcome } from '../errors/failure';
import type { DocumentSource } from './document';
import { execute } from './execute';
import type { ExecuteOptions } from './execute';
import type { GraphqlResponse } from './response';

/** What came of sending a document. */
export interface Inspection {
  outcome: Outcome<object>;
  /** The last response that was GraphQL; undefined if there was none. */
  response: GraphqlResponse | undefined;
}

/** Sends a document like any other, and keeps what is otherwise dropped once the data is read. */
export async function inspect(
  options: ExecuteOptions,
  document: DocumentSource,
  variables: object,
): Promise<Inspection> {
  let response: GraphqlResponse | undefined;
  const outcome = await execute<object>(options, document, variables, (received) => {
    response = received;
  });
  return { outcome, response };
}
