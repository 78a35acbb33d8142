import { isoDate, isoMoment, upworkTime } from '../../../nodes/Upwork/records/dates.ts';

describe('a date from Upwork', () => {
  it.each([
    ['of a job', '2026-09-16T22:52:15+0000', '2026-09-16T22:52:15.000Z'],
    ['of a message', '2026-09-16T22:52:15.448Z', '2026-09-16T22:52:15.448Z'],
  ])('is read in the format %s', (_, written, expected) => {
    expect(isoDate(written)).toBe(expected);
    expect(upworkTime(written)).toBe(Date.parse(expected));
  });

  it.each(['1789599135448', '2026-09-16T22:52:15.448Z', '2026-09-16T22:52:15.448+0000'])(
    'is read from a raw value of %s',
    (rawValue) => {
      expect(isoMoment({ rawValue })).toBe('2026-09-16T22:52:15.448Z');
    },
  );
});
