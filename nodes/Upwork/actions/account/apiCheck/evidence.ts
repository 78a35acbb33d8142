import type {
  ApiFailure,
  DocumentField,
  GraphqlDocument,
  Inspection,
  LimitHeaders,
  PartialData,
  QueryDocument,
} from '../../../api';
import { sentence } from '../../../api';
import { isObject } from '../../../objects';

type Reading<TData> =
  | { data: PartialData<TData> }
  | {
      reason: string;
      /** Whether Upwork returned an error for the document. */
      isRefused: boolean;
    };

/** All responses to the documents that were tried. */
export class Evidence {
  /** The rate limit headers of the latest 429; null if there was none. */
  limitHeaders: LimitHeaders | null = null;
  private readonly inspections = new Map<string, Inspection>();
  private readonly found = new Map<string, unknown[]>();

  add({ name, fields }: QueryDocument, inspection: Inspection): void {
    this.inspections.set(name, inspection);
    this.collect(fields, inspection.response?.data);
  }

  /** All values of a field, given as `Type.field`, in the order of the responses; null counts as a value. */
  values(field: string): readonly unknown[] {
    return this.found.get(field) ?? [];
  }

  /** The values of a field that are text. */
  texts(field: string): string[] {
    return this.values(field).filter((value) => typeof value === 'string');
  }

  /** The first text or number of a field. */
  first(field: string): string | undefined {
    const value = this.values(field).find(
      (one) => typeof one === 'string' || typeof one === 'number',
    );
    return value === undefined ? undefined : String(value);
  }

  /** How many edges or nodes were null, by the type of the connection or edge. */
  nulls(): [type: string, count: number][] {
    return [...this.found].flatMap(([field, values]) => {
      const count = /\.(edges|node)$/.test(field) ? values.filter((one) => one === null).length : 0;
      return count > 0 ? [[field.split('.')[0] ?? field, count] as [string, number]] : [];
    });
  }

  /** The errors alongside data, without those of documents that failed. */
  errorsAlongsideData(words: RegExp): string[] {
    const errors = [...this.inspections.values()].flatMap(({ outcome, response }) =>
      'data' in outcome ? (response?.errors ?? []) : [],
    );
    return [...new Set(errors.map(({ message }) => message))].filter((text) => words.test(text));
  }

  inspection(document: GraphqlDocument<object, never>): Inspection | undefined {
    return this.inspections.get(document.name ?? '');
  }

  /** The complete data of a document, or why there is none. */
  read<TData extends object>(document: GraphqlDocument<TData, never>): Reading<TData> {
    const inspection = this.inspection(document);
    if (!inspection)
      return {
        reason: 'Not tried, because the check found no ID to try it with.',
        isRefused: false,
      };
    const { outcome } = inspection;
    if ('failure' in outcome) {
      const { kind, message, details } = outcome.failure;
      return {
        reason: sentence(details ?? message),
        isRefused: kind === 'graphqlError' || kind === 'notFound',
      };
    }
    if (outcome.warnings.length > 0) {
      return { reason: outcome.warnings.join(' '), isRefused: false };
    }
    // Found by the document's name, so its generated type is the data's shape.
    return { data: outcome.data as PartialData<TData> };
  }

  failures(): ApiFailure[] {
    return [...this.inspections.values()].flatMap(({ outcome }) =>
      'failure' in outcome ? [outcome.failure] : [],
    );
  }

  private collect(fields: readonly DocumentField[], data: unknown): void {
    if (!isObject(data)) return;
    for (const field of fields) this.keep(field, data[field.alias ?? field.name]);
  }

  private keep(field: DocumentField, value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) this.keep(field, item);
    } else if (isObject(value)) {
      this.collect(field.fields ?? [], value);
    } else if (value !== undefined) {
      const key = `${field.on}.${field.name}`;
      const values = this.found.get(key) ?? [];
      values.push(value);
      this.found.set(key, values);
    }
  }
}
