import fc from 'fast-check';
import { DateTime } from 'luxon';

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

  it('is read in any zone and precision', () => {
    const moments = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
    const zones = fc.constantFrom('utc', 'UTC+5:30', 'UTC-8', 'America/New_York');
    const formats = fc.constantFrom(
      "yyyy-MM-dd'T'HH:mm:ss.SSSZZZ",
      "yyyy-MM-dd'T'HH:mm:ss.SSSZZ",
      "yyyy-MM-dd'T'HH:mm:ssZZZ",
    );
    fc.assert(
      fc.property(moments, zones, formats, (moment, zone, format) => {
        const exact = format.includes('SSS') ? moment : moment - (moment % 1_000);
        const written = DateTime.fromMillis(moment, { zone }).toFormat(format);
        expect(upworkTime(written)).toBe(exact);
        expect(isoDate(written)).toBe(new Date(exact).toISOString());
      }),
    );
  });

  it.each(['', 'yesterday', '2026-13-16T22:52:15+0000', '2026-09-16T25:52:15Z'])(
    'is null if it is %p',
    (written) => {
      expect(isoDate(written)).toBeNull();
      expect(upworkTime(written)).toBeNaN();
      expect(isoMoment({ rawValue: written })).toBeNull();
    },
  );

  it('is null if it is no moment that a date can hold', () => {
    expect(isoMoment({ rawValue: '9'.repeat(20) })).toBeNull();
  });
});
