import { keyOf } from '../seen/seenIds';
import type { SnapshotState } from './state';

/** One for each status. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Of all statuses for which no letter is left. Upwork has a dozen. */
const OTHER = '*';
const MAX_NAME_LENGTH = 40;
const ENTRY = new RegExp(`(.{${keyOf('').length}})(.)`, 'g');

/** The last known status of each record. */
export class StatusMemory {
  private readonly letters: Map<string, string>;
  private readonly names: string[];
  private readonly keys = new Map<string, string>();

  constructor(
    { records, names }: Pick<SnapshotState, 'records' | 'names'>,
    private readonly limit: number,
  ) {
    this.letters = new Map(
      [...records.matchAll(ENTRY)].map(([, key = '', letter = '']) => [key, letter]),
    );
    this.names = [...names];
  }

  /** Whether nothing was ever forgotten for lack of space. */
  get hasSpace(): boolean {
    return this.letters.size < this.limit;
  }

  has(id: string): boolean {
    return this.letters.has(this.keyOf(id));
  }

  /** Null if it isn't known. */
  statusOf(id: string): string | null {
    const letter = this.letters.get(this.keyOf(id));
    return letter === undefined ? null : (this.names[LETTERS.indexOf(letter)] ?? null);
  }

  isSame(id: string, status: string): boolean {
    const letter = this.letters.get(this.keyOf(id));
    return letter !== undefined && letter === this.letterOf(status);
  }

  set(id: string, status: string): void {
    if (this.isSame(id, status)) return;
    const key = this.keyOf(id);
    if (this.letterOf(status) === undefined) this.names.push(nameOf(status));
    this.letters.delete(key);
    this.letters.set(key, this.letterOf(status) ?? OTHER);
  }

  /**
   * Forgets what exceeds the limit: first records that probably don't change any more, and of these the ones whose
   * status is known longest. Returns whether it had to.
   */
  forget(isFinal: (status: string) => boolean): boolean {
    const surplus = this.letters.size - this.limit;
    if (surplus <= 0) return false;
    const finalLetters = new Set(this.names.filter(isFinal).map((name) => this.letterOf(name)));
    const all = [...this.letters];
    const [final, others] = [true, false].map((isWanted) =>
      all.filter(([, letter]) => finalLetters.has(letter) === isWanted),
    );
    for (const [key] of [...(final ?? []), ...(others ?? [])].slice(0, surplus)) {
      this.letters.delete(key);
    }
    return true;
  }

  toState(): Pick<SnapshotState, 'records' | 'names'> {
    return { names: this.names, records: [...this.letters].flat().join('') };
  }

  /** Each is computed once. */
  private keyOf(id: string): string {
    const key = this.keys.get(id) ?? keyOf(id);
    this.keys.set(id, key);
    return key;
  }

  /** Undefined for a status that needs a new letter. */
  private letterOf(status: string): string | undefined {
    const index = this.names.indexOf(nameOf(status));
    if (index >= 0) return LETTERS.charAt(index);
    return this.names.length < LETTERS.length ? undefined : OTHER;
  }
}

const nameOf = (status: string): string => status.slice(0, MAX_NAME_LENGTH);
