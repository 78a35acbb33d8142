import type { Inspection, QueryDocument, UpworkClient } from '../../../api';
import { Evidence } from './evidence';

/** The results of trying the documents. */
export interface Trial {
  evidence: Evidence;
  inspected: { document: QueryDocument; inspection: Inspection }[];
  /** The documents that need the value of a field, as `Type.field`, that no other document returned. */
  untried: { document: QueryDocument; missing: string[] }[];
}

/** Sends each document once. One that needs an ID waits until another document has returned it. */
export async function tryDocuments(
  client: UpworkClient,
  documents: readonly QueryDocument[],
): Promise<Trial> {
  const evidence = new Evidence();
  const inspected: Trial['inspected'] = [];
  for (let waiting = documents; ; ) {
    const attempts = waiting.map((document) => ({ document, ...exampleOf(document, evidence) }));
    const ready = attempts.filter(({ missing }) => missing.length === 0);
    const untried = attempts.filter(({ missing }) => missing.length > 0);
    const round = await Promise.all(
      ready.map(async ({ document, variables }) => ({
        document,
        inspection: await client.inspect(document, variables),
      })),
    );
    for (const { document, inspection } of round) evidence.add(document, inspection);
    inspected.push(...round);
    if (ready.length === 0 || untried.length === 0) {
      evidence.limitHeaders = await client.limitHeaders();
      return { evidence, inspected, untried };
    }
    waiting = untried.map(({ document }) => document);
  }
}

function exampleOf({ example }: QueryDocument, evidence: Evidence) {
  const missing: string[] = [];
  const variables = example((field) => {
    const value = evidence.first(field);
    if (value === undefined) missing.push(field);
    return value ?? '';
  });
  return { variables, missing };
}
