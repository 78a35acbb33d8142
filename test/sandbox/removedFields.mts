import {
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { errorEntry } from './graphqlErrors.mts';

/** Fields that Upwork no longer has: it removes and renames some without notice. */
export class RemovedFields {
  readonly #schema: GraphQLSchema;
  #removed: ReadonlySet<string> = new Set();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Removes exactly these fields, given as `Type.field`. */
  remove(fields: string[]): void {
    this.#removed = new Set(fields);
  }

  /** graphql-java's errors for a document that selects them, one per occurrence. */
  errorsIn(document: DocumentNode): GraphQLFormattedError[] {
    if (this.#removed.size === 0) return [];
    const errors: GraphQLFormattedError[] = [];
    const types = new TypeInfo(this.#schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name: { value: field } }) => {
          const type = types.getParentType()?.name ?? '';
          if (!this.#removed.has(`${type}.${field}`)) return;
          const message = `Validation error of type FieldUndefined: Field '${field}' in type '${type}' is undefined @ '${field}'`;
          errors.push(
            errorEntry(message, 'ValidationError', { locations: [{ line: 1, column: 1 }] }),
          );
        },
      }),
    );
    return errors;
  }
}
