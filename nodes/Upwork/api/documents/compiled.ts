/** A field of a document, with what has to be known to print it, to leave it out or to repeat it. */
export interface DocumentField {
  /** The type that it belongs to. */
  on: string;
  name: string;
  /** What it is called in the answer, where that is not its name. */
  alias?: string;
  /** Its arguments as text, with the variables in between. */
  arguments?: readonly (string | { variable: string })[];
  fields?: readonly DocumentField[];
}

/** A document as data, compiled from its text by `npm run codegen`. */
export interface CompiledDocument {
  variables: readonly { name: string; type: string }[];
  fields: readonly DocumentField[];
}
