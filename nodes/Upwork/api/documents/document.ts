import { COMPILED_DOCUMENTS } from '../../documents.generated';
import type { DocumentTypes } from '../../documents.generated';
import type { CompiledDocument, DocumentField } from './compiled';

/** A document as it is sent. Whether it reads or writes decides what may be sent again. */
export interface DocumentSource {
  readonly kind: 'query' | 'mutation';
  /** The name of the operation to carry out; null where there is only one without a name. */
  readonly name: string | null;
  readonly text: string;
  /** What it asks for. */
  readonly fields: readonly DocumentField[];
  /** Null for a document that a user wrote: it is sent as it is. */
  readonly compiled: CompiledDocument | null;
  /** For what is never to happen twice: not repeated even when it surely was not executed. */
  readonly isSentOnce?: boolean;
  /** For what must not be judged by half: it fails when the key may not read one of its fields. */
  readonly needsAllFields?: boolean;
}

/** A document with the types of its variables and of its answer. */
export interface GraphqlDocument<TData, TVariables> extends DocumentSource {
  /** Carries the types only; never called. */
  readonly types?: (variables: TVariables) => TData;
}

type Known<TName extends keyof DocumentTypes> = GraphqlDocument<
  DocumentTypes[TName]['data'],
  DocumentTypes[TName]['variables']
>;

/** A document that reads; its types and its compiled form are found by the name of its operation. */
export const query = <TName extends keyof DocumentTypes>(
  name: TName,
  text: string,
  rules: Pick<DocumentSource, 'needsAllFields'> = {},
) => ({ ...known('query', name, text), ...rules });

/** A document that changes something on Upwork: it is never sent twice, unless it surely was not executed. */
export const mutation = <TName extends keyof DocumentTypes>(
  name: TName,
  text: string,
  rules: Pick<DocumentSource, 'isSentOnce'> = {},
) => ({ ...known('mutation', name, text), ...rules });

function known<TName extends keyof DocumentTypes>(
  kind: DocumentSource['kind'],
  name: TName,
  text: string,
): Known<TName> {
  const compiled = COMPILED_DOCUMENTS[name];
  return { kind, name, text, fields: compiled.fields, compiled };
}
