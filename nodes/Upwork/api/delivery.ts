import { dataOf } from './answer';
import type { Reply } from './answer';
import { knownBlockedFields, rememberBlockedFields } from './blockedFields';
import { VITAL_FIELDS } from './delivered';
import type { CompiledDocument, DocumentField, DocumentSource } from './document';
import type { Outcome } from './fault';
import { howToUnblock } from './graphqlFaults';
import { coordinates, print, without } from './printDocument';
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
      document.kind,
      delivery.clock,
      delivery.signal,
    );
  if (!compiled) return await send(document.text);
  if (document.kind === 'mutation' || delivery.failOnBlockedFields) {
    return await send(print(document, compiled));
  }

  const expected = reduced(compiled, await knownBlockedFields(context));
  const outcome = await send(print(document, expected ?? compiled));
  if (!('fault' in outcome) || !outcome.fault.blockedFields)
    return told(outcome, compiled, expected);
  await rememberBlockedFields(context, outcome.fault.blockedFields);
  const rest = reduced(compiled, await knownBlockedFields(context));
  return rest ? told(await send(print(document, rest)), compiled, rest) : outcome;
}

/** The document without what is blocked; null where that takes a root field or a vital one. */
function reduced(
  compiled: CompiledDocument,
  blocked: ReadonlySet<string>,
): CompiledDocument | null {
  const fields = without(compiled.fields, blocked);
  const gone = missing(compiled.fields, fields);
  const isMisleading = gone.some((field) => VITAL.has(field.split('.').at(-1) ?? ''));
  return fields.length === compiled.fields.length && !isMisleading ? { ...compiled, fields } : null;
}

const VITAL = new Set<string>(VITAL_FIELDS);

/** What a document lacks, as `Type.field`. */
function missing(whole: readonly DocumentField[], kept: readonly DocumentField[]): string[] {
  const present = new Set(coordinates(kept));
  return [...new Set(coordinates(whole))].filter((field) => !present.has(field));
}

function told<T>(
  outcome: Outcome<T>,
  whole: CompiledDocument,
  sent: CompiledDocument | null,
): Outcome<T> {
  if ('fault' in outcome || !sent) return outcome;
  const gone = missing(whole.fields, sent.fields);
  if (gone.length === 0) return outcome;
  const warning = `Left out, because the API key may not read it: ${gone.join(', ')}. ${howToUnblock(gone)}.`;
  return { ...outcome, warnings: [...outcome.warnings, warning] };
}
