import { dataOf } from './answer';
import type { Reply } from './answer';
import { knownBlockedFields, rememberBlockedFields } from './documents/blockedFields';
import { VITAL_FIELDS } from './documents/delivered';
import type { CompiledDocument } from './documents/compiled';
import type { DocumentSource } from './documents/document';
import type { Outcome } from './faults/fault';
import { howToUnblock } from './faults/graphqlFaults';
import { coordinates, lacking, print, without } from './documents/printDocument';
import { withRetries } from './retry';
import { post } from './session';
import type { Session } from './session';

/** How a document is sent, and what is done about fields that the key may not read. */
export interface Delivery extends Session {
  failOnBlockedFields: boolean;
}

/** What is to be made of a reply. */
type Judge<T> = (reply: Reply) => Outcome<T>;

/** Sends a document and gives its data. */
export async function deliver<TData>(
  delivery: Delivery,
  document: DocumentSource,
  variables: object,
): Promise<Outcome<TData>> {
  const { compiled, fields } = document;
  return await deliverAs<TData>(delivery, document, compiled, variables, (reply) =>
    dataOf(reply, fields),
  );
}

/**
 * Sends a document in the given compiled form, again after passing faults. A read goes without the
 * fields that the key may not read, with a warning that names them.
 */
export async function deliverAs<T>(
  delivery: Delivery,
  document: DocumentSource,
  compiled: CompiledDocument | null,
  variables: object,
  judge: Judge<T>,
): Promise<Outcome<T>> {
  const { context } = delivery;
  const send = async (query: string): Promise<Outcome<T>> =>
    await withRetries(
      async () => {
        const result = await post(delivery, { query, variables, operationName: document.name });
        return 'fault' in result ? result : judge(result.reply);
      },
      document,
      delivery.clock,
      delivery.signal,
    );
  if (!compiled) return await send(document.text);
  const whole = compiled === document.compiled ? document.text : print(document, compiled);
  const isAllOrNothing =
    document.kind === 'mutation' || document.needsAllFields || delivery.failOnBlockedFields;
  if (isAllOrNothing) return await send(whole);

  const expected = reduced(compiled, await knownBlockedFields(context));
  const isReduced = expected && expected.leftOut.length > 0;
  const outcome = await send(isReduced ? print(document, expected.compiled) : whole);
  if (!('fault' in outcome) || !outcome.fault.blockedFields) return told(outcome, expected);
  await rememberBlockedFields(context, outcome.fault.blockedFields);
  const rest = reduced(compiled, await knownBlockedFields(context));
  const isNews = rest && rest.leftOut.length > (expected?.leftOut.length ?? 0);
  return isNews ? told(await send(print(document, rest.compiled)), rest) : outcome;
}

interface Reduced {
  compiled: CompiledDocument;
  /** As `Type.field`. */
  leftOut: string[];
}

/** The document without what is blocked; null where that takes a root field or a vital one. */
function reduced(whole: CompiledDocument, blocked: ReadonlySet<string>): Reduced | null {
  const fields = without(whole.fields, blocked);
  const kept = new Set(coordinates(fields));
  const gone = [...new Set(coordinates(whole.fields))].filter((field) => !kept.has(field));
  const isMisleading = lacking(whole.fields, fields).some((field) =>
    VITAL.has(field.split('.').at(-1) ?? ''),
  );
  if (isMisleading || fields.length < whole.fields.length) return null;
  return {
    compiled: { ...whole, fields },
    leftOut: gone.filter((field) => blocked.has(field)),
  };
}

const VITAL = new Set<string>(VITAL_FIELDS);

function told<T>(outcome: Outcome<T>, reduced: Reduced | null): Outcome<T> {
  if ('fault' in outcome || !reduced || reduced.leftOut.length === 0) return outcome;
  const { leftOut } = reduced;
  const warning = `Left out, because the API key may not read it: ${leftOut.join(', ')}. ${howToUnblock(leftOut)}.`;
  return { ...outcome, warnings: [...outcome.warnings, warning] };
}
