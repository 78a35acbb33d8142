import { errorOf } from '../sandboxClient/messagingClient.mts';
import { sandboxForTests } from '../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

const LITERALS = '{ roomList(filter: { roomType_eq: GROUP }, sortOrder: ASC) { totalCount } }';
const VARIABLE = 'query Q($filter: RoomFilter) { roomList(filter: $filter) { totalCount } }';
const filter = { roomType_eq: 'GROUP' };

const LITERAL_VALUE =
  "argument 'filter.roomType_eq' with value 'EnumValue{name='GROUP'}' is not a valid 'RoomTypeFilter'";
const VARIABLE_FIELD =
  "The variables input contains a field name 'roomType_eq' that is not defined for input object type 'RoomFilter' ";

describe('a removed input', () => {
  it.each<[string, 'older' | 'newer', string, string]>([
    [
      'Query.roomList(sortOrder:)',
      'newer',
      LITERALS,
      "Validation error (UnknownArgument@[roomList]) : Unknown field argument 'sortOrder'",
    ],
    [
      'Query.roomList(sortOrder:)',
      'older',
      LITERALS,
      "Validation error of type UnknownArgument: Unknown field argument sortOrder @ 'roomList'",
    ],
    [
      'RoomTypeFilter.GROUP',
      'newer',
      LITERALS,
      `Validation error (WrongType@[roomList]) : ${LITERAL_VALUE} - Literal value not in allowable values for enum 'RoomTypeFilter' - 'EnumValue{name='GROUP'}'`,
    ],
    [
      'RoomTypeFilter.GROUP',
      'older',
      LITERALS,
      `Validation error of type WrongType: ${LITERAL_VALUE} - Expected enum literal value not in allowable values -  'EnumValue{name='GROUP'}'. @ 'roomList'`,
    ],
    [
      'RoomTypeFilter.GROUP',
      'newer',
      VARIABLE,
      "Variable 'filter' has an invalid value: Invalid input for enum 'RoomTypeFilter'. No value found for name 'GROUP'",
    ],
    [
      'RoomTypeFilter.GROUP',
      'older',
      VARIABLE,
      "Variable 'filter' has an invalid value : Invalid input for Enum 'RoomTypeFilter'. No value found for name 'GROUP'",
    ],
    ['RoomFilter.roomType_eq', 'newer', VARIABLE, VARIABLE_FIELD],
    ['RoomFilter.roomType_eq', 'older', VARIABLE, VARIABLE_FIELD],
  ])('%s is refused (%s)', async (input, spelling, query, message) => {
    const { sandbox, client } = await start();
    sandbox.control.removeInputs({ inputs: [input], spelling });
    expect(errorOf(await client.send(query, { filter }))).toBe(message);
    expect(sandbox.control.stats().executed).toEqual({});
    sandbox.control.removeInputs({ inputs: [] });
    expect(errorOf(await client.send(query, { filter }))).toBeUndefined();
  });
});
