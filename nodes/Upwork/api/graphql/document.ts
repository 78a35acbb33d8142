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
  /** Must never happen twice: not retried even if it surely was not executed. */
  readonly neverRetried?: boolean;
  /** Fails if the key may not read one of its fields, instead of going without. */
  readonly requiresAllFields?: boolean;
  /** What the variables hold where the user chose nothing. */
  readonly defaults?: InputDefaults;
}

/** By input type and field. Upwork's API may lose such a field without a change of the result. */
export type InputDefaults = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A document with the types of its variables and its data. */
export interface GraphqlDocument<TData, TVariables> extends DocumentSource {
  /** Carries the types only; never called. */
  readonly types?: (variables: TVariables) => TData;
}

type NamedDocument<TName extends keyof DocumentTypes> = GraphqlDocument<
  DocumentTypes[TName]['data'],
  DocumentTypes[TName]['variables']
>;

/**
 * A document that reads. Its types and its compiled form are found by the name of its operation. It goes
 * without literal arguments that Upwork's API no longer has, so what chooses records must be a variable.
 */
export function query<TName extends keyof DocumentTypes>(
  name: TName,
  text: string,
  options: Pick<DocumentSource, 'batch' | 'requiresAllFields' | 'defaults'> = {},
): NamedDocument<TName> {
  return new PackageDocument('query', name, text, options);
}

/** A document that writes: sent again only if it surely was not executed. */
export function mutation<TName extends keyof DocumentTypes>(
  name: TName,
  text: string,
  options: Pick<DocumentSource, 'neverRetried'> = {},
): NamedDocument<TName> {
  return new PackageDocument('mutation', name, text, options);
}

/** A document of this package. Its compiled form is parsed at first use, so that loading is fast. */
class PackageDocument implements DocumentSource {
  readonly batch: boolean;
  readonly neverRetried: boolean;
  readonly requiresAllFields: boolean;
  readonly defaults: InputDefaults;
  private parsed: CompiledDocument | undefined;

  constructor(
    readonly kind: DocumentSource['kind'],
    readonly name: keyof DocumentTypes,
    readonly text: string,
    options: Pick<DocumentSource, 'batch' | 'neverRetried' | 'requiresAllFields' | 'defaults'>,
  ) {
    this.batch = options.batch ?? false;
    this.neverRetried = options.neverRetried ?? false;
    this.requiresAllFields = options.requiresAllFields ?? false;
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
