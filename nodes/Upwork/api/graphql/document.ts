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
}

/** A document with the types of its variables and its data. */
export interface GraphqlDocument<TData, TVariables> extends DocumentSource {
  /** Carries the types only; never called. */
  readonly types?: (variables: TVariables) => TData;
}

type NamedDocument<TName extends keyof DocumentTypes> = GraphqlDocument<
  DocumentTypes[TName]['data'],
  DocumentTypes[TName]['variables']
>;

/** A document that reads. Its types and its compiled form are found by the name of its operation. */
export function query<TName extends keyof DocumentTypes>(
  name: TName,
  text: string,
  options: Pick<DocumentSource, 'batch' | 'requiresAllFields'> = {},
): NamedDocument<TName> {
  return new PackageDocument('query', name, text, options);
}

/** A document that writes: sent again only if it was certainly not executed. */
export function mutation<TName extends keyof DocumentTypes>(
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
class PackageDocument implements DocumentSource {
  readonly batch: boolean;
  readonly neverRetried: boolean;
  readonly requiresAllFields: boolean;
  private parsed: CompiledDocument | undefined;

  constructor(
    readonly kind: DocumentSource['kind'],
    readonly name: keyof DocumentTypes,
    readonly text: string,
    options: Pick<DocumentSource, 'batch' | 'neverRetried' | 'requiresAllFields'>,
  ) {
    this.batch = options.batch ?? false;
    this.neverRetried = options.neverRetried ?? false;
    this.requiresAllFields = options.requiresAllFields ?? false;
  }

  get compiled(): CompiledDocument {
    this.parsed ??= jsonParse<CompiledDocument>(COMPILED_DOCUMENTS[this.name]);
    return this.parsed;
  }

  get fields(): readonly DocumentField[] {
    return this.compiled.fields;
  }
}
