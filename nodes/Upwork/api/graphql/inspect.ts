import type { Outcome } from '../errors/failure';
import type { DocumentSource } from './document';
import { execute } from './execute';
import type { ExecuteOptions } from './execute';
import type { GraphqlResponse } from './response';

/** The outcome of sending a document, with the response itself. */
export interface Inspection {
  outcome: Outcome<object>;
  /** The last GraphQL response; undefined if there was none. */
  response: GraphqlResponse | undefined;
}

/** Sends a document like any other, and also returns the response, which is otherwise dropped once its data is read. */
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
