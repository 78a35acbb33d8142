import { jsonParse } from 'n8n-workflow';

import type { CompiledDocument, DocumentField } from './compiledDocument';
import { COMPILED_DOCUMENTS } from './documents.generated';
import type { DocumentTypes } from './documents.generated';

/** A GraphQL document. Whether it reads or writes decides what may be sent again. */
export interface DocumentSource {
  readonly kind: 'query' | 'mutation';
  /** The name of the operation; null if it is the only one and has none. */
  readonly name: string | null;
  readonly text: string;
  /** The fields that it selects. */
  readonly fields: readonly DocumentField[];
  /** Null for a document that a user wrote: it is sent as it is. */
  readonly compiled: CompiledDocument | null;
  /** Reads of many items share a request. */
  readonly batch?: boolean;
  /** Must never happen twice: not retried even if it was certainly not executed. */
  readonly neverRetried?: boolean;
  /** Fails if the key can't read one of its fields, instead of omitting it. */
  readonly requiresAllFields?: boolean;
  /** The values of input fields that the user did not set. */
  readonly defaults?: InputDefaults;
}

/** By input type and field. If Upwork's API no longer has such a field, it is left out; the result stays the same. */
export type InputDefaults = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A document with the types of its variables and its data. */
export interface GraphqlDocument<TData, TVariables> extends DocumentSource {
  /** Carries the types only; never called. */
  readonly types?: (variables: TVariables) => TData;
}

type DocumentName = keyof DocumentTypes;

type NamedDocument<TName extends DocumentName> = GraphqlDocument<
  DocumentTypes[TName]['data'],
  DocumentTypes[TName]['variables']
>;

/**
 * Variables to try a document with. `first` returns the first value of a field, as `Type.field`, in the
 * responses to other documents.
 */
type Example<TVariables> = (first: (field: string) => string) => TVariables;

type QueryOptions = Pick<DocumentSource, 'batch' | 'defaults' | 'requiresAllFields'>;

/** A document without variables needs no example. */
type OptionsOf<TVariables> =
  TVariables extends Record<string, never>
    ? [options?: QueryOptions]
    : [options: QueryOptions & { example: Example<TVariables> }];

/** A query that Account: Check API can try. */
export interface QueryDocument extends DocumentSource {
  readonly name: DocumentName;
  readonly example: Example<object>;
}

const allQueries: QueryDocument[] = [];

/** Every query of this package. */
export const queries: readonly QueryDocument[] = allQueries;

/**
 * A document that reads. Its types and its compiled form are found by the name of its operation. Literal
 * arguments that Upwork's API no longer has are left out, so whatever selects records must be a variable.
 */
export function query<TName extends DocumentName>(
  name: TName,
  text: string,
  ...[options = {}]: OptionsOf<DocumentTypes[TName]['variables']>
): NamedDocument<TName> {
  const document = new PackageDocument('query', name, text, options);
  allQueries.push(document);
  return document;
}

/** A document that writes: sent again only if it was certainly not executed. */
export function mutation<TName extends DocumentName>(
  name: TName,
  text: string,
  options: Pick<DocumentSource, 'neverRetried'> = {},
): NamedDocument<TName> {
  return new PackageDocument('mutation', name, text, options);
}

/**
 * A document of this package. Its compiled form is parsed at first use, so that loading the package
 * is fast.
 */
class PackageDocument implements QueryDocument {
  readonly batch: boolean;
  readonly neverRetried: boolean;
  readonly requiresAllFields: boolean;
  readonly example: Example<object>;
  readonly defaults: InputDefaults;
  private parsed: CompiledDocument | undefined;

  constructor(
    readonly kind: DocumentSource['kind'],
    readonly name: DocumentName,
    readonly text: string,
    options: Partial<
      Pick<QueryDocument, 'batch' | 'defaults' | 'example' | 'neverRetried' | 'requiresAllFields'>
    >,
  ) {
    this.batch = options.batch ?? false;
    this.neverRetried = options.neverRetried ?? false;
    this.requiresAllFields = options.requiresAllFields ?? false;
    this.example = options.example ?? (() => ({}));
    this.defaults = options.defaults ?? {};
  }

  get compiled(): CompiledDocument {
    this.parsed ??= jsonParse<CompiledDocument>(COMPILED_DOCUMENTS[this.name]);
    return this.parsed;
  }

  get fields(): readonly DocumentField[] {
    return this.compiled.fields;
  }
}
