/**
 * A GraphQL document with the types of its variables and of its answer, which the code generation
 * derives from the same text. Whether it reads or writes decides what may be sent again.
 */
export interface GraphqlDocument<TData, TVariables> {
  readonly kind: 'query' | 'mutation';
  readonly text: string;
  /** Carries the types only; never called. */
  readonly types?: (variables: TVariables) => TData;
}

export const query = <TData, TVariables>(text: string): GraphqlDocument<TData, TVariables> => ({
  kind: 'query',
  text,
});
