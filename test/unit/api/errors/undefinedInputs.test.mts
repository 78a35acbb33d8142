import { undefinedInputsIn } from '../../../../nodes/Upwork/api/errors/undefinedInputs.ts';

const LITERAL = "argument 'searchType' with value 'EnumValue{name='NEW'}' is not a valid 'Type'";
const EXTRA =
  "argument 'sort[0]' with value 'ObjectValue{objectFields=[]}' contains a field not in 'Sort': 'by'";
const VARIABLE =
  "input contains a field name 'by' that is not defined for input object type 'Sort' ";

/** Messages of graphql-java, each with the coordinate and the name of the input. */
const MESSAGES: [string, string | null, string][] = [
  [
    "Validation error (UnknownArgument@[rooms]) : Unknown field argument 'sort'",
    'rooms(sort:)',
    "the argument 'sort' of 'rooms'",
  ],
  [
    "Validation error UnknownArgument@[company/rooms] Unknown field argument 'sort'",
    'rooms(sort:)',
    "the argument 'sort' of 'rooms'",
  ],
  [
    "Validation error of type UnknownArgument: Unknown field argument sort @ 'company/rooms'",
    'rooms(sort:)',
    "the argument 'sort' of 'rooms'",
  ],
  ['Unknown argument sort', null, "the argument 'sort'"],
  [
    `Validation error (WrongType@[jobs]) : ${LITERAL} - Literal value not in allowable values for enum 'Type' - 'EnumValue{name='NEW'}'`,
    'jobs(searchType:)',
    "the value 'NEW' of 'Type'",
  ],
  [
    `Validation error of type WrongType: ${LITERAL} - Expected enum literal value not in allowable values -  'EnumValue{name='NEW'}'. @ 'jobs'`,
    'jobs(searchType:)',
    "the value 'NEW' of 'Type'",
  ],
  [
    `Validation error of type WrongType: ${LITERAL} @ 'jobs'`,
    'jobs(searchType:)',
    "the value 'NEW' of 'Type'",
  ],
  [`Validation error (WrongType@[jobs]) : ${EXTRA}`, 'Sort.by', "the field 'by' of 'Sort'"],
  [`The variables ${VARIABLE}`, 'Sort.by', "the field 'by' of 'Sort'"],
  [`Variable 'sort' has an invalid value: The ${VARIABLE}`, 'Sort.by', "the field 'by' of 'Sort'"],
  [
    "Variable 'filter' has an invalid value: Invalid input for enum 'Type'. No value found for name 'NEW'",
    'Type.NEW',
    "the value 'NEW' of 'Type'",
  ],
  [
    "Variable 'filter' has an invalid value : Invalid input for Enum 'Type'. No value found for name 'NEW'",
    'Type.NEW',
    "the value 'NEW' of 'Type'",
  ],
];

describe('undefined inputs in an error', () => {
  it.each(MESSAGES)('%s', (message, coordinate, name) => {
    expect(undefinedInputsIn(message)).toEqual([
      expect.objectContaining({ coordinate, name }) as object,
    ]);
  });

  it('are found in several joined errors', () => {
    const all = MESSAGES.map(([message]) => message).join('; ');
    const found = undefinedInputsIn(all).map(({ coordinate, name }) => [coordinate, name]);
    expect(found.sort()).toEqual(MESSAGES.map(([, coordinate, name]) => [coordinate, name]).sort());
  });

  it.each([
    "Can't serialize value (/jobs/type) : Invalid input for enum 'Type'. Unknown value 'NEW'",
    "Validation error (WrongType@[jobs]) : argument 'first' with value 'StringValue{value='a'}' is not a valid 'Int'",
    "Validation error of type MissingFieldArgument: Missing field argument 'id' @ 'job'",
    'VJCA-6: Input parameter provided has incorrect value',
  ])('are not found in "%s"', (message) => {
    expect(undefinedInputsIn(message)).toEqual([]);
  });
});
