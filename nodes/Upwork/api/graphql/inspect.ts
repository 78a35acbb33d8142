import type { UpworkContext } from '../context';
import type { Outcome } from '../errors/failure';
import type { DocumentSource } from './document';
import { execute } from './execute';
import type { ExecuteOptions } from './execute';
import { coordinates } from './printDocument';
import type { GraphqlResponse } from './response';
import { knownUnavailableFields } from './unavailableFields';

/** What came of sending a document. */
export interface Inspection {
  outcome: Outcome<object>;
  /** The last response that was GraphQL; undefined if there was none. */
  response: GraphqlResponse | undefined;
  /** Fields of the document that the key may not read, as `Type.field`. */
  blockedFields: string[];
  /** Fields of the document that Upwork's API no longer has, as `Type.field`. */
  undefinedFields: string[];
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
  return { outcome, response, ...(await unavailableFieldsOf(options.context, document)) };
}

async function unavailableFieldsOf(
  context: UpworkContext,
  document: DocumentSource,
): Promise<Pick<Inspection, 'blockedFields' | 'undefinedFields'>> {
  const unavailable = await knownUnavailableFields(context);
  const fields = [...new Set(coordinates(document.fields))];
  return {
    blockedFields: fields.filter((field) => unavailable.blocked.has(field)),
    undefinedFields: fields.filter((field) => unavailable.undefined.has(field)),
  };
}
