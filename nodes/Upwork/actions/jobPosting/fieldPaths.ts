/** Where the fields of a posting are: at the top level, or in a collection. */
export interface FieldPaths {
  basics: string;
  extras: string;
}
