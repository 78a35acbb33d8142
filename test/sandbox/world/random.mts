/**
 * A stream of random numbers that depends only on its seed parts, so that the same seed creates the
 * same data.
 */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** `count` different choices in random order (all of them when there are fewer). */
  several<T>(choices: readonly T[], count: number): T[];
}

/** FNV-1a: spreads nearby texts (job 1, job 2) far apart. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32, a small generator that is good enough for plausible data. */
export function randomFrom(...seed: (string | number)[]): Random {
  let state = hash(seed.join('/'));

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }

  function whole(min: number, max: number): number {
    return min + Math.floor(next() * (max - min + 1));
  }

  return {
    whole,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
    several(choices, count) {
      const remaining = [...choices];
      const taken: typeof remaining = [];
      while (taken.length < count && remaining.length > 0) {
        taken.push(...remaining.splice(whole(0, remaining.length - 1), 1));
      }
      return taken;
    },
  };
}

const PREFIXES = {
  job: '1978',
  client: '1534',
  topic: '1031',
  user: '1627',
  organization: '1628',
  contract: '1702',
  offer: '1703',
  proposal: '1985',
  freelancer: '1424',
  invitation: '1990',
  upload: '1120',
};

/**
 * A 19-digit ID, different for every `index` of a `kind`, in no order that a client could rely on:
 * the multiplier is coprime to 10^15, so it only shuffles.
 */
export function idFor(kind: keyof typeof PREFIXES, seed: number, index: number): string {
  const shuffled = (BigInt(index) * 618_033_988_749_897n + BigInt(seed) * 7_919n) % 10n ** 15n;
  return PREFIXES[kind] + shuffled.toString().padStart(15, '0');
}

/** 32 hexadecimal digits that depend on the seed parts, as in the IDs of Upwork's rooms. */
export function hexFor(...seed: (string | number)[]): string {
  const quarters = [1, 2, 3, 4].map((quarter) => hash([quarter, ...seed].join('/')));
  return quarters.map((quarter) => quarter.toString(16).padStart(8, '0')).join('');
}
