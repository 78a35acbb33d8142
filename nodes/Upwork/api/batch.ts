import { dataOf } from './answer';
import type { Reply } from './answer';
import { deliver, deliverAs } from './delivery';
import type { Delivery } from './delivery';
import type { DocumentField } from './documents/compiled';
import type { DocumentSource } from './documents/document';
import type { Outcome } from './faults/fault';
import { graphqlFault } from './faults/graphqlFaults';
import { copied, copies, responseKey } from './documents/printDocument';

/**
 * Upwork: batches of 10 aliases are in use, and 12 in one request have been seen. More would let one
 * slow or guilty read spoil the work of more others.
 */
export const BATCH_SIZE = 10;

/** One read, and for whom. */
export interface Read {
  delivery: Delivery;
  document: DocumentSource;
  variables: object;
}

/** Sends the reads of many items, several in one request; gives each its own outcome. */
export async function deliverAll<TData>(
  reads: readonly Read[],
): Promise<Map<Read, Outcome<TData>>> {
  const outcomes = await Promise.all(
    batches(reads).map(async (batch) => await deliverTogether<TData>(batch)),
  );
  return new Map(outcomes.flat());
}

/** A request has one document and speaks for one organization. */
function batches(reads: readonly Read[]): Read[][] {
  const alike = new Map<string, Read[]>();
  for (const read of reads) {
    const { delivery, document } = read;
    const kind = JSON.stringify([
      document.name,
      delivery.organizationId,
      delivery.failOnBlockedFields,
    ]);
    alike.set(kind, [...(alike.get(kind) ?? []), read]);
  }
  return [...alike.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH_SIZE) }, (_, batch) =>
      group.slice(batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE),
    ),
  );
}

/** What became of one read of a batch; `spoiled` by another one, it has to be sent again. */
type Part<TData> = Outcome<TData> | 'spoiled';

async function deliverTogether<TData>(batch: readonly Read[]): Promise<[Read, Outcome<TData>][]> {
  const [first] = batch;
  if (!first) return [];
  const { delivery, document, variables } = first;
  const { compiled } = document;
  if (!compiled || batch.length === 1) {
    return [[first, await deliver<TData>(delivery, document, variables)]];
  }

  const outcome = await deliverAs<Part<TData>[]>(
    delivery,
    document,
    copies(compiled, batch.length),
    Object.fromEntries(batch.flatMap(copiedVariables)),
    (reply) => partsOf<TData>(reply, compiled.fields, batch.length),
  );
  if ('fault' in outcome) return batch.map((read) => [read, outcome]);

  const parts = batch.map((read, copy) => ({ read, part: outcome.data[copy] ?? 'spoiled' }));
  const spoiled = parts.flatMap(({ read, part }) => (part === 'spoiled' ? [read] : []));
  // Where Upwork did not say which read was the guilty one, halves find it.
  const groups = spoiled.length < batch.length ? [spoiled] : halves(spoiled);
  const again = await Promise.all(groups.map(async (group) => await deliverTogether<TData>(group)));
  const done = parts.flatMap(({ read, part }): [Read, Outcome<TData>][] => {
    if (part === 'spoiled') return [];
    if ('fault' in part) return [[read, part]];
    return [[read, { ...part, warnings: [...part.warnings, ...outcome.warnings] }]];
  });
  return [...done, ...again.flat()];
}

const copiedVariables = ({ variables }: Read, copy: number): [string, unknown][] =>
  Object.entries(variables).map(([name, value]) => [copied(name, copy), value as unknown]);

function halves<T>(list: readonly T[]): T[][] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

/** The reply to a batch, taken apart; one fault where it is not about single reads. */
function partsOf<TData>(
  reply: Reply,
  fields: readonly DocumentField[],
  count: number,
): Outcome<Part<TData>[]> {
  const parts = Array.from({ length: count }, (_, copy) => partOf<TData>(reply, fields, copy));
  if (parts.every((part) => part === 'spoiled')) {
    const fault = graphqlFault(reply.errors);
    if (fault.passing || fault.notExecuted) return { fault };
  }
  return { data: parts, warnings: [] };
}

/** Upwork: a read that fails can null all others; only errors that name a read are its own. */
function partOf<TData>(
  { data, errors }: Reply,
  fields: readonly DocumentField[],
  copy: number,
): Part<TData> {
  const names = new Map(
    fields.map((field) => [copied(responseKey(field), copy), responseKey(field)]),
  );
  const own = errors.filter(({ root }) => root !== null && names.has(root));
  const anybodys = errors.filter(({ root }) => root === null);
  const ownData = Object.entries(data).flatMap(([alias, value]) => {
    const name = names.get(alias);
    return name === undefined ? [] : [[name, value] as const];
  });
  const isWhole = ownData.length === names.size && ownData.every(([, value]) => value !== null);
  if (errors.length > 0 && own.length === 0 && !isWhole) return 'spoiled';
  return dataOf({ data: Object.fromEntries(ownData), errors: [...own, ...anybodys] }, fields);
}
