import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import { resources } from '../../../nodes/Upwork/resources.ts';
import type { Choice } from '../../../nodes/Upwork/fields/builders.ts';
import { readOrganizationId } from '../../../nodes/Upwork/fields/organization.ts';
import { Parameters } from '../../../nodes/Upwork/fields/parameters.ts';

const given = (value: unknown): Parameters =>
  new Parameters({
    execution: {},
    node: {
      id: 'node-1',
      name: 'Upwork',
      type: 'upwork',
      typeVersion: 1,
      position: [0, 0],
      parameters: {},
    },
    timezone: 'UTC',
    fields: [],
    read: () => value,
  });

/** The value that was read, or null if it was refused. */
function accepted<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Any text, near misses, and IDs. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.stringMatching(/^\s*[\w~-]{1,70}\s*$/),
  fc.stringMatching(/^[\d\s,😀\u200b]{1,30}$/u),
);

describe('an ID', () => {
  it('is one word, exactly as it was entered', () => {
    fc.assert(
      fc.property(text, (entered) => {
        const id = accepted(() => given(entered).id('id'));
        if (id === null) return;
        expect(id).toBe(entered.trim());
        expect(id).toMatch(/^[A-Za-z0-9_~-]{1,64}$/);
      }),
    );
  });

  it.each(['1', '~021234567890123456789', 'room_0123456789abcdef', `${'x'.repeat(64)} `, 5])(
    'can be %p',
    (entered) => {
      expect(given(entered).id('id')).toBe(String(entered).trim());
    },
  );

  it.each(['room_A room_B', '1\r\n2', '1,2', '😀', 'x'.repeat(65), 1.5, NaN, true, {}, ''])(
    'cannot be %p',
    (entered) => {
      expect(accepted(() => given(entered).id('id'))).toBeNull();
    },
  );
});

describe('an organization', () => {
  it('is a number as it was entered, and never dropped', () => {
    fc.assert(
      fc.property(text, (entered) => {
        const id = accepted(() => readOrganizationId(given(entered)));
        if (id === null) return;
        expect(id ?? '').toBe(entered.trim());
        expect(id ?? '1').toMatch(/^\d{1,20}$/);
      }),
    );
  });
});

describe('a choice', () => {
  const choices: Choice<'FIXED' | 'HOURLY' | 'REQUESTED'>[] = [
    { name: 'Fixed Price', value: 'FIXED' },
    { name: 'Hourly', value: 'HOURLY' },
    { name: 'Open', value: 'REQUESTED' },
  ];

  it.each([
    ['FIXED', 'FIXED'],
    ['fixed', 'FIXED'],
    ['fixed price', 'FIXED'],
    [' Open ', 'REQUESTED'],
  ])('can be %p', (entered, value) => {
    expect(given(entered).choice('choice', choices)).toBe(value);
    expect(given([entered]).choices('choice', choices)).toEqual([value]);
  });

  it('can be nothing else', () => {
    expect(() => given('closed').choice('choice', choices)).toThrow('has no choice "closed"');
  });

  it('means the same by its value and by its label, in every field of the node', () => {
    const fields = resources.flatMap(({ operations }) => operations.flatMap((one) => one.fields));
    for (const list of fields.flatMap(choiceLists)) {
      for (const { name, value } of list) {
        expect(given(value.toLowerCase()).choice('choice', list)).toBe(value);
        expect(given(name.toUpperCase()).choice('choice', list)).toBe(value);
      }
    }
  });
});

/** The lists of choices in a field and in the fields of its collection. */
function choiceLists({ type, options = [] }: INodeProperties): Choice<string>[][] {
  if (type === 'options' || type === 'multiOptions') {
    return [
      options.flatMap((option) =>
        'value' in option ? [{ name: option.name, value: String(option.value) }] : [],
      ),
    ];
  }
  return options.flatMap((option) => {
    if ('values' in option) return option.values.flatMap(choiceLists);
    return 'type' in option ? choiceLists(option) : [];
  });
}
