import type { ApiFailure, Outcome } from '../errors/failure';
import { graphqlFailure } from '../errors/graphqlFailure';
import type { CompiledDocument, DocumentField } from './compiledDocument';
import type { DocumentSource } from './document';
import { execute, isRetryable, run } from './execute';
import type { ExecuteOptions } from './execute';
import { aliasedCopies, aliasFor, responseKey } from './printDocument';
import { toOutcome } from './response';
import type { GraphqlResponse } from './response';

/**
 * Upwork: batches of 10 aliases are in use, and 12 in one request have been seen. With more, one
 * slow or failing read would hold up more others.
 */
export const BATCH_SIZE = 10;

/** The outcome of one read in a batch; `unresolved` if the failure of another one took its data too. */
type CopyOutcome<TData> = Outcome<TData> | 'unresolved';

/** Sends a document once for several sets of variables, as aliases. Returns an outcome for each. */
export async function executeBatch<TData>(
  options: ExecuteOptions,
  document: DocumentSource,
  batch: readonly object[],
): Promise<Outcome<TData>[]> {
  const [first] = batch;
  if (first === undefined) return [];
  const { compiled } = document;
  if (!compiled || batch.length === 1) {
    return [await execute<TData>(options, document, first)];
  }

  const outcome = await run<CopyOutcome<TData>[]>(options, {
    document,
    compiled: copiesOf(compiled, batch.length),
    variables: Object.fromEntries(batch.flatMap(aliasedVariables)),
    toOutcome: (response) => splitResponse<TData>(response, compiled.fields, batch.length),
    // A smaller batch has a better chance than the same one again.
    isRetryable: (failure) => !failure.timedOut && isRetryable(document, failure),
  });
  if ('failure' in outcome) {
    return outcome.failure.timedOut && isRetryable(document, outcome.failure)
      ? (
          await Promise.all(
            bisect(batch).map((half) => executeBatch<TData>(options, document, half)),
          )
        ).flat()
      : batch.map(() => outcome);
  }
  return await resolveCopies(options, document, batch, outcome);
}

/** Sends again what is unresolved: in halves, if Upwork did not say which read failed. */
async function resolveCopies<TData>(
  options: ExecuteOptions,
  document: DocumentSource,
  batch: readonly object[],
  { data: copies, warnings }: { data: CopyOutcome<TData>[]; warnings: string[] },
): Promise<Outcome<TData>[]> {
  const unresolved = [...copies.keys()].filter((copy) => copies[copy] === 'unresolved');
  const groups = unresolved.length < batch.length ? [unresolved] : bisect(unresolved);
  const resolved = new Map<number, Outcome<TData>>();
  await Promise.all(
    groups.map(async (group) => {
      const outcomes = await executeBatch<TData>(
        options,
        document,
        batch.filter((_, copy) => group.includes(copy)),
      );
      for (const [position, outcome] of outcomes.entries())
        resolved.set(group[position] ?? -1, outcome);
    }),
  );
  return copies.flatMap((copy, index) => {
    if (copy === 'unresolved') return resolved.get(index) ?? [];
    return 'failure' in copy ? copy : { ...copy, warnings: [...copy.warnings, ...warnings] };
  });
}

const copiesByCount = new WeakMap<CompiledDocument, Map<number, CompiledDocument>>();

/** Created once per batch size, because it is the costly part. */
function copiesOf(compiled: CompiledDocument, count: number): CompiledDocument {
  const known = copiesByCount.get(compiled) ?? new Map<number, CompiledDocument>();
  const copies = known.get(count) ?? aliasedCopies(compiled, count);
  copiesByCount.set(compiled, known.set(count, copies));
  return copies;
}

const aliasedVariables = (variables: object, copy: number): [string, unknown][] =>
  Object.entries(variables).map(([name, value]) => [aliasFor(name, copy), value as unknown]);

function bisect<T>(list: readonly T[]): T[][] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

/** The response to a batch, split up; a failure if it concerns no single read. */
function splitResponse<TData>(
  response: GraphqlResponse,
  fields: readonly DocumentField[],
  count: number,
): Outcome<CopyOutcome<TData>[]> {
  const copies = Array.from({ length: count }, (_, copy) =>
    outcomeOfCopy<TData>(response, fields, copy),
  );
  if (copies.every((copy) => copy === 'unresolved')) {
    const failure = graphqlFailure(response.errors);
    if (concernsWholeBatch(failure)) return { failure };
  }
  return { data: copies, warnings: [] };
}

const concernsWholeBatch = ({ retryable, documentRefused = false }: ApiFailure): boolean =>
  retryable || documentRefused;

/**
 * Upwork: a read that fails can null all others. An error belongs to a read only if its path names
 * the read.
 */
function outcomeOfCopy<TData>(
  { data, errors }: GraphqlResponse,
  fields: readonly DocumentField[],
  copy: number,
): CopyOutcome<TData> {
  const keys = new Map(
    fields.map((field) => [aliasFor(responseKey(field), copy), responseKey(field)]),
  );
  const ownErrors = errors.flatMap((error) => {
    const [root, ...rest] = error.path;
    const key = typeof root === 'string' ? keys.get(root) : undefined;
    return key === undefined ? [] : { ...error, path: [key, ...rest] };
  });
  const sharedErrors = errors.filter(({ path }) => path.length === 0);
  const ownData = [...keys].flatMap(([alias, key]) =>
    alias in data ? [[key, data[alias]] as const] : [],
  );
  const isComplete = ownData.length === keys.size && ownData.every(([, value]) => value !== null);
  if (errors.length > 0 && ownErrors.length === 0 && !isComplete) return 'unresolved';
  return toOutcome(
    { data: Object.fromEntries(ownData), errors: [...ownErrors, ...sharedErrors] },
    fields,
  );
}
