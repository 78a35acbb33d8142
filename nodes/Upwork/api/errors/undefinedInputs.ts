import type { ApiFailure } from './failure';

/** An argument, input field or enum value that Upwork's API no longer has. */
interface UndefinedInput {
  /** As `field(argument:)`, `InputType.field` or `Enum.VALUE`; null if Upwork does not say which field it belongs to. */
  coordinate: string | null;
  /** As errors show it. */
  name: string;
  /** Whether it is in the text of the document rather than in a variable. */
  isInDocument: boolean;
}

interface Wording {
  pattern: RegExp;
  read(match: Readonly<Record<string, string | undefined>>): UndefinedInput;
}

// Upwork: these are messages of graphql-java, which differ between versions. Newer versions put the path of
// the field before the message, older ones after it.
const BEFORE = /(?:@\[(?:[^\]]*\/)?(?<before>\w+)\]\W*)?/.source;
const AFTER = /(?:(?:(?!; ).)*? @ '(?:[^']*\/)?(?<after>\w+)')?/.source;

const WORDINGS: readonly Wording[] = [
  {
    pattern: new RegExp(`${BEFORE}Unknown (?:field )?argument '?(?<argument>\\w+)'?${AFTER}`, 'g'),
    read: ({ argument = '', before, after }) => {
      const field = before ?? after;
      return {
        coordinate: argumentCoordinate(field, argument),
        name: `the argument '${argument}'${field === undefined ? '' : ` of '${field}'`}`,
        isInDocument: true,
      };
    },
  },
  {
    pattern: new RegExp(
      `${BEFORE}argument '(?<argument>\\w+)[^']*' with value 'EnumValue\\{name='(?<value>\\w+)'\\}' is not a valid '(?<type>\\w+)'${AFTER}`,
      'g',
    ),
    read: ({ argument = '', value = '', type = '', before, after }) => ({
      coordinate: argumentCoordinate(before ?? after, argument),
      name: `the value '${value}' of '${type}'`,
      isInDocument: true,
    }),
  },
  {
    pattern: /contains a field not in '(?<type>\w+)': '(?<field>\w+)'/g,
    read: ({ type = '', field = '' }) => ({ ...inputField(type, field), isInDocument: true }),
  },
  {
    pattern:
      /contains a field name '(?<field>\w+)' that is not defined for input object type '(?<type>\w+)/g,
    read: ({ type = '', field = '' }) => ({ ...inputField(type, field), isInDocument: false }),
  },
  {
    // "Unknown value" instead is about a value in Upwork's response, after the request was executed.
    pattern: /Invalid input for enum '(?<type>\w+)'\W+No value found for name '(?<value>[^']*)'/gi,
    read: ({ type = '', value = '' }) => ({
      coordinate: `${type}.${value}`,
      name: `the value '${value}' of '${type}'`,
      isInDocument: false,
    }),
  },
];

function argumentCoordinate(field: string | undefined, argument: string): string | null {
  return field === undefined ? null : `${field}(${argument}:)`;
}

const inputField = (type: string, field: string) => ({
  coordinate: `${type}.${field}`,
  name: `the field '${field}' of '${type}'`,
});

/** The inputs that error messages report as undefined. */
export function undefinedInputsIn(message: string): UndefinedInput[] {
  return WORDINGS.flatMap(({ pattern, read }) =>
    [...message.matchAll(pattern)].map(({ groups = {} }) => read(groups)),
  );
}

/** The failure for a request of the package that contains such inputs. */
export function undefinedInputsFailure(
  inputs: readonly UndefinedInput[],
): Pick<ApiFailure, 'message' | 'description' | 'undefinedInputs' | 'documentRefused'> {
  const names = [...new Set(inputs.map(({ name }) => name))];
  const coordinates = inputs.flatMap(({ coordinate }) => coordinate ?? []);
  return {
    message: `Upwork's API no longer has ${names.join(', ')}`,
    description:
      'Update this package. If it belongs to a filter or an option that you set, you can also remove that filter or option: the node did not leave it out, because the result could then be wrong.',
    undefinedInputs: [...new Set(coordinates)],
    documentRefused: inputs.some(({ isInDocument }) => isInDocument),
  };
}
