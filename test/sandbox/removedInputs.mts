import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  getOperationAST,
  type GraphQLFormattedError,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { errorEntry } from './graphqlErrors.mts';
import { isObject } from './guards.mts';

/** How graphql-java words its errors: until version 19, or since version 20. Upwork: which is unknown. */
export type Spelling = 'older' | 'newer';

/** The arguments, input fields and enum values that were removed from Upwork's API. */
export class RemovedInputs {
  readonly #schema: GraphQLSchema;
  #removed: ReadonlySet<string> = new Set();
  #spelling: Spelling = 'newer';

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Removes exactly these, given as `Type.field(argument:)`, `InputType.field` or `Enum.VALUE`. */
  remove(inputs: string[], spelling: Spelling): void {
    this.#removed = new Set(inputs);
    this.#spelling = spelling;
  }

  /** graphql-java's errors for a document with removed inputs in its text: one for each occurrence. */
  errorsIn(document: DocumentNode): GraphQLFormattedError[] {
    if (this.#removed.size === 0) return [];
    const errors: GraphQLFormattedError[] = [];
    const types = new TypeInfo(this.#schema);
    const path: string[] = [];
    const argument: string[] = [];
    const report = (kind: string, text: string) => {
      const fieldPath = path.join('/');
      const message =
        this.#spelling === 'newer'
          ? `Validation error (${kind}@[${fieldPath}]) : ${text}`
          : `Validation error of type ${kind}: ${text} @ '${fieldPath}'`;
      errors.push(errorEntry(message, 'ValidationError', { locations: [{ line: 1, column: 1 }] }));
    };
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: {
          enter: ({ name }) => void path.push(name.value),
          leave: () => void path.pop(),
        },
        Argument: {
          enter: ({ name: { value: name } }) => {
            argument.push(name);
            const field = `${types.getParentType()?.name}.${types.getFieldDef()?.name}`;
            if (!this.#removed.has(`${field}(${name}:)`)) return;
            const quoted = this.#spelling === 'newer' ? `'${name}'` : name;
            report('UnknownArgument', `Unknown field argument ${quoted}`);
          },
          leave: () => void argument.pop(),
        },
        ObjectField: {
          enter: ({ name: { value: name } }) => {
            const type = nameOf(types.getParentInputType());
            if (this.#removed.has(`${type}.${name}`)) {
              const value = `'ObjectValue{objectFields=[ObjectField{name='${name}', …}]}'`;
              report(
                'WrongType',
                `argument '${argument.join('.')}' with value ${value} contains a field not in '${type}': '${name}'`,
              );
            }
            argument.push(name);
          },
          leave: () => void argument.pop(),
        },
        EnumValue: ({ value }) => {
          const type = nameOf(types.getInputType());
          if (!this.#removed.has(`${type}.${value}`)) return;
          const literal = `'EnumValue{name='${value}'}'`;
          const reason =
            this.#spelling === 'newer'
              ? `Literal value not in allowable values for enum '${type}' - ${literal}`
              : `Expected enum literal value not in allowable values -  ${literal}.`;
          report(
            'WrongType',
            `argument '${argument.join('.')}' with value ${literal} is not a valid '${type}' - ${reason}`,
          );
        },
      }),
    );
    return errors;
  }

  /** graphql-java's error for variables with removed inputs: it only reports the first one. */
  errorsOf(
    document: DocumentNode,
    operationName: string | null,
    variables: Record<string, unknown>,
  ): GraphQLFormattedError[] {
    const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
    for (const { variable, type } of variableDefinitions) {
      const name = variable.name.value;
      const inputType = typeFromAST(this.#schema, type);
      const message = isInputType(inputType) && this.#mistake(name, inputType, variables[name]);
      // Whether Upwork's errors in variables have a classification is unknown.
      if (message) {
        return this.#spelling === 'newer'
          ? [errorEntry(message, 'ValidationError')]
          : [{ message }];
      }
    }
    return [];
  }

  #mistake(variable: string, nullable: GraphQLInputType, value: unknown): string | undefined {
    const type = getNullableType(nullable);
    if (isListType(type)) {
      const list: unknown[] = Array.isArray(value) ? value : [value];
      return first(list.map((one) => this.#mistake(variable, type.ofType, one)));
    }
    if (isEnumType(type) && this.#removed.has(`${type.name}.${String(value)}`)) {
      const intro = `Variable '${variable}' has an invalid value`;
      const reason = `'${type.name}'. No value found for name '${String(value)}'`;
      return this.#spelling === 'newer'
        ? `${intro}: Invalid input for enum ${reason}`
        : `${intro} : Invalid input for Enum ${reason}`;
    }
    if (!isInputObjectType(type) || !isObject(value)) return undefined;
    return first(
      Object.entries(value).map(([name, inner]) => {
        if (this.#removed.has(`${type.name}.${name}`)) {
          return `The variables input contains a field name '${name}' that is not defined for input object type '${type.name}' `;
        }
        const field = type.getFields()[name];
        return field && this.#mistake(variable, field.type, inner);
      }),
    );
  }
}

const first = (list: (string | undefined)[]): string | undefined =>
  list.find((one) => one !== undefined);

const nameOf = (type: GraphQLInputType | null | undefined): string =>
  type ? getNamedType(type).name : '';
