import type { ApiFailure, Inspection, QueryDocument } from '../../../api';
import type { ApiCheck } from '../../../records/apiCheck';
import type { Assumption } from './assumption';
import type { Trial } from './tryDocuments';

/** One row for each document that operations, lists or triggers use, and one for each assumption. */
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
        kind: 'Document',
        name,
        result: 'Not Tried',
        details: `Not tried, because the check found no value for ${missing.join(' and ')}.`,
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
        kind: 'Assumption',
        name: fact,
        ...check(evidence),
        fields: null,
      }),
    ),
  ];
}

function checkDocument({ name }: QueryDocument, { outcome }: Inspection): ApiCheck {
  const { result, details, fields } =
    'failure' in outcome ? checkFailure(outcome.failure) : checkData(outcome);
  return { kind: 'Document', name, result, details, fields: fields.join(', ') || null };
}

interface DocumentCheck extends Pick<ApiCheck, 'result' | 'details'> {
  fields: readonly string[];
}

function checkData({ warnings, omitted }: DataOutcome): DocumentCheck {
  const { blocked, removed } = omitted ?? { blocked: [], removed: [] };
  const details = warnings.join(' ') || null;
  const fields = [...blocked, ...removed];
  if (removed.length > 0) return { result: 'Changed', details, fields };
  if (blocked.length > 0) return { result: 'Blocked', details, fields };
  return { result: details === null ? 'Works' : 'Partial', details, fields };
}

type DataOutcome = Exclude<Inspection['outcome'], { failure: ApiFailure }>;

function checkFailure({ kind, message, ...refused }: ApiFailure): DocumentCheck {
  const { blockedFields = [], undefinedFields = [], undefinedInputs = [] } = refused;
  const removed = [...undefinedFields, ...undefinedInputs];
  const fields = [...blockedFields, ...removed];
  if (kind === 'missingScope') return { result: 'Blocked', details: message, fields };
  if (kind === 'rateLimited') return { result: 'Not Tried', details: message, fields };
  return { result: removed.length > 0 ? 'Changed' : 'Failed', details: message, fields };
}
