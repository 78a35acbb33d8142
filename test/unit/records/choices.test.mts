import fc from 'fast-check';

import {
  CLIENT_PROPOSAL_STATUSES,
  EXPERIENCE_LEVELS,
  JOB_POSTING_STATUSES,
  JOB_TYPES,
  labelOf,
  ROOM_TYPES,
  titleCase,
  VISIBILITIES,
  WORKLOADS,
} from '../../../nodes/Upwork/records/choices.ts';
import type { Choice } from '../../../nodes/Upwork/records/choices.ts';
import { PROPOSAL_STATUS_CHOICES } from '../../../nodes/Upwork/records/proposalStatus.ts';

const lists: Choice<string>[][] = [
  CLIENT_PROPOSAL_STATUSES,
  EXPERIENCE_LEVELS,
  JOB_POSTING_STATUSES,
  JOB_TYPES,
  PROPOSAL_STATUS_CHOICES,
  ROOM_TYPES,
  VISIBILITIES,
  WORKLOADS,
];

describe("the labels of Upwork's values", () => {
  it('are all different, in capitals, and can be told from the values of other choices', () => {
    for (const list of lists) {
      const names = list.map(({ name }) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      for (const { name, value } of list) {
        expect(name).toMatch(/^[A-Z]/);
        const others = list.filter((choice) => choice.value !== value);
        expect(others.map((choice) => choice.value.toLowerCase())).not.toContain(
          name.toLowerCase(),
        );
      }
    }
  });

  it.each([
    [null, null],
    [undefined, null],
    ['', null],
    ['ENTRY_LEVEL', 'Entry Level'],
    ['SOME_NEW', 'Some New'],
    ['SomeNew', 'Some New'],
    ['LEVEL_4', 'Level 4'],
  ])('of %p is %p', (value, label) => {
    expect(labelOf(EXPERIENCE_LEVELS, value)).toBe(label);
  });

  it('lose nothing of a value that Upwork has added', () => {
    const word = fc.stringMatching(/^[A-Z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const label = titleCase(words.join('_'));
        expect(label.toUpperCase().split(' ')).toEqual(words);
      }),
    );
  });
});
