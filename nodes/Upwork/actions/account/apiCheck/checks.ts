import type { ApiFailure, Inspection, QueryDocument } from '../../../api';
import type { ApiCheck } from '../../../records/apiCheck';
import type { Assumption } from './assumption';
import type { Trial } from './tryDocuments';

/** A row for each document that operations, lists or triggers use, and for each assumption. */
export function toChecks(
  { evidence, inspected, untried }: Trial,
  assumptions: readonly Assumption[],
): ApiCheck[] {
  const forAssumptions = new Set(
    assumptions.flatMap(({ documents = [] }) => documents.map(({ name }) => name)),
  );
  const documents = [
    ...inspected.map(({ document, inspection }) => checkDocument(document, inspection)),
    ...untried.map(
      ({ document: { name }, missing }): ApiCheck => ({
        kind: 'document',
        name,
        result: 'notTried',
        details: `Nothing was found to try it with: ${missing.join(', ')}.`,
        fields: null,
      }),
    ),
  ]
    .filter(({ name }) => !forAssumptions.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return [
    ...documents,
    ...assumptions.map(
      ({ fact, check }): ApiCheck => ({
        kind: 'assumption',
        name: fact,
        ...check(evidence),
        fields: null,
      }),
    ),
  ];
}

function checkDocument(
  { name }: QueryDocument,
  { outcome, blockedFields, undefinedFields }: Inspection,
): ApiCheck {
  const row = (result: ApiCheck['result'], details: string | null): ApiCheck => ({
    kind: 'document',
    name,
    result,
    details,
    fields: [...blockedFields, ...undefinedFields].join(', ') || null,
  });
  if ('failure' in outcome) {
    return row(resultOf(outcome.failure), outcome.failure.message);
  }
  const details = outcome.warnings.join(' ') || null;
  if (undefinedFields.length > 0) return row('changed', details);
  if (blockedFields.length > 0) return row('blocked', details);
  return row(details === null ? 'works' : 'partial', details);
}

function resultOf({ kind, undefinedFields }: ApiFailure): ApiCheck['result'] {
  if (kind === 'missingScope') return 'blocked';
  if (kind === 'rateLimited') return 'notTried';
  return undefinedFields ? 'changed' : 'failed';
}
