/** A stream of numbers that depends on its seed parts only, so that the same seed makes the same world. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
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

/** Mulberry32, a small generator that is good enough for a plausible world. */
export function randomFrom(...seed: (string | number)[]): Random {
  let state = hash(seed.join('/'));

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }

  function whole(least: number, most: number): number {
    return least + Math.floor(next() * (most - least + 1));
  }

  return {
    whole,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
    several(choices, count) {
      const left = [...choices];
      const taken: typeof left = [];
      while (taken.length < count && left.length > 0) {
        taken.push(...left.splice(whole(0, left.length - 1), 1));
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
 * A 19-digit id, different for every `index` of a `kind`, in no order that a client could rely on:
 * the multiplier shares no factor with 10^15, so it only shuffles.
 */
export function idFor(kind: keyof typeof PREFIXES, seed: number, index: number): string {
  const shuffled = (BigInt(index) * 618_033_988_749_897n + BigInt(seed) * 7_919n) % 10n ** 15n;
  return PREFIXES[kind] + shuffled.toString().padStart(15, '0');
}

/** 32 hexadecimal digits that follow from the seed parts, as Upwork's rooms have them. */
export function hexFor(...seed: (string | number)[]): string {
  const quarters = [1, 2, 3, 4].map((quarter) => hash([quarter, ...seed].join('/')));
  return quarters.map((quarter) => quarter.toString(16).padStart(8, '0')).join('');
}
