import type { ApiFailure } from './failure';

/** An argument, input field or enum value that Upwork's API no longer has. */
interface UndefinedInput {
  /** As `field(argument:)`, `InputType.field` or `Enum.VALUE`; null if Upwork does not say where it is. */
  coordinate: string | null;
  /** As people read it. */
  name: string;
  /** Whether it is in the text of the document rather than in a variable. */
  isInDocument: boolean;
}

interface Wording {
  pattern: RegExp;
  read(match: Readonly<Record<string, string | undefined>>): UndefinedInput;
}

// Upwork: these are the words of graphql-java, whose versions differ. Newer ones say before the message at
// which field the mistake is, older ones behind it, with the fields above it if there are any.
const BEFORE = /(?:@\[(?:[^\]]*\/)?(?<before>\w+)\]\W*)?/.source;
const BEHIND = /(?:(?:(?!; ).)*? @ '(?:[^']*\/)?(?<behind>\w+)')?/.source;

const WORDINGS: readonly Wording[] = [
  {
    pattern: new RegExp(`${BEFORE}Unknown (?:field )?argument '?(?<argument>\\w+)'?${BEHIND}`, 'g'),
    read: ({ argument = '', before, behind }) => {
      const field = before ?? behind;
      return {
        coordinate: argumentCoordinate(field, argument),
        name: `the argument '${argument}'${field === undefined ? '' : ` of '${field}'`}`,
        isInDocument: true,
      };
    },
  },
  {
    pattern: new RegExp(
      `${BEFORE}argument '(?<argument>\\w+)[^']*' with value 'EnumValue\\{name='(?<value>\\w+)'\\}' is not a valid '(?<type>\\w+)'${BEHIND}`,
      'g',
    ),
    read: ({ argument = '', value = '', type = '', before, behind }) => ({
      coordinate: argumentCoordinate(before ?? behind, argument),
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
    // "Unknown value" instead would be one in Upwork's answer, after the request was carried out.
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

/** What the messages of errors say that Upwork's API does not have. */
export function undefinedInputsIn(message: string): UndefinedInput[] {
  return WORDINGS.flatMap(({ pattern, read }) =>
    [...message.matchAll(pattern)].map(({ groups = {} }) => read(groups)),
  );
}

/** The failure of a request of the package that holds such inputs. */
export function undefinedInputsFailure(
  inputs: readonly UndefinedInput[],
  said: string,
): Pick<ApiFailure, 'message' | 'description' | 'undefinedInputs' | 'documentRefused'> {
  const names = [...new Set(inputs.map(({ name }) => name))];
  const coordinates = inputs.flatMap(({ coordinate }) => coordinate ?? []);
  return {
    message: `Upwork's API no longer has ${names.join(', ')}. A newer version of this package may help.`,
    description: `It was not left out, because the result could then be wrong. If it comes from a filter or an option that you set, remove that. Upwork says: ${said}`,
    undefinedInputs: [...new Set(coordinates)],
    documentRefused: inputs.some(({ isInDocument }) => isInDocument),
  };
}
