import {
  type DocumentNode,
  getNamedType,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  specifiedRules,
  validate,
} from 'graphql';

// Upwork's GraphQL server is graphql-java: the same errors as in graphql-js, worded differently.

type Classification =
  | 'ValidationError'
  | 'InvalidSyntax'
  | 'DataFetchingException'
  | 'ExecutionAborted'
  | 'NullValueInNonNullableField';

/** One entry of `errors`, as graphql-java writes it. */
export function errorEntry(
  message: string,
  classification: Classification,
  { locations, path }: Pick<GraphQLFormattedError, 'locations' | 'path'> = {},
): GraphQLFormattedError {
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { classification },
  };
}

/** graphql-java's error types for the rules of graphql-js; for other rules any name will do. */
const KINDS: Record<string, string> = {
  FieldsOnCorrectTypeRule: 'FieldUndefined',
  KnownArgumentNamesRule: 'UnknownArgument',
  KnownFragmentNamesRule: 'UndefinedFragment',
  KnownTypeNamesRule: 'UnknownType',
  NoUndefinedVariablesRule: 'UndefinedVariable',
  NoUnusedVariablesRule: 'UnusedVariable',
  OverlappingFieldsCanBeMergedRule: 'FieldsConflict',
  ProvidedRequiredArgumentsRule: 'MissingFieldArgument',
  ScalarLeafsRule: 'SubSelectionRequired',
  ValuesOfCorrectTypeRule: 'WrongType',
  VariablesInAllowedPositionRule: 'VariableTypeMismatch',
};

/** The validation errors of a document: "Validation error of type FieldUndefined: ...". */
export function validationErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
): GraphQLFormattedError[] {
  return specifiedRules.flatMap((rule) =>
    validate(schema, document, [rule]).map(({ message, locations }) =>
      errorEntry(
        `Validation error of type ${KINDS[rule.name] ?? 'InvalidDocument'}: ${message}`,
        'ValidationError',
        locations && { locations },
      ),
    ),
  );
}

function typeName(schema: GraphQLSchema, parent: string, field: string): string {
  const type = schema.getType(parent);
  const hasFields = isObjectType(type) || isInterfaceType(type);
  const found = hasFields ? type.getFields()[field] : undefined;
  return found ? getNamedType(found.type).name : 'Unknown';
}

const NULL_IN_NON_NULL = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/;

/** An error of the execution: an exception of a resolver, or a null where the schema allows none. */
export function executionError(schema: GraphQLSchema, error: GraphQLError): GraphQLFormattedError {
  const { message, locations, path } = error;
  // An error without a path is about an invalid variable: nothing was executed.
  if (!path) return errorEntry(message, 'ValidationError', locations && { locations });
  const [, parent, field] = NULL_IN_NON_NULL.exec(message) ?? [];
  if (parent === undefined || field === undefined) {
    return errorEntry(message, 'DataFetchingException', { path, ...(locations && { locations }) });
  }
  return errorEntry(
    `Cannot return null for non-nullable type: '${typeName(schema, parent, field)}' within parent ` +
      `'${parent}' (/${path.join('/')})`,
    'NullValueInNonNullableField',
    { path },
  );
}
