/** A field of a document, with all that is needed to print, omit or alias it. */
export interface DocumentField {
  /** The type that it belongs to. */
  on: string;
  name: string;
  /** Its name in the response, if different. */
  alias?: string;
  arguments?: readonly DocumentArgument[];
  fields?: readonly DocumentField[];
}

export interface DocumentArgument {
  name: string;
  /** As text, with the variables in between. */
  value: readonly (string | { variable: string })[];
}

/** A document as data, compiled from its text by `npm run codegen`. */
export interface CompiledDocument {
  variables: readonly { name: string; type: string }[];
  fields: readonly DocumentField[];
}
