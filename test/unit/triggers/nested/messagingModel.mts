import type { ConnectionPage } from '../../../../nodes/Upwork/api/index.ts';
import type {
  InnerRecord,
  NestedLists,
  OuterRecord,
} from '../../../../nodes/Upwork/triggers/sources/nested/nestedSource.ts';

export const MINUTE = 60_000;
const ROOMS_PER_PAGE = 4;
const MESSAGES_PER_PAGE = 12;
const ORDER = { after: null, trustsHasNextPage: false };

export interface Message {
  id: string;
  /** When it was sent, in minutes; null if Upwork doesn't say. */
  at: number | null;
  room: number;
}

export interface Traits {
  /** How many rooms there are. */
  rooms: number;
  /** Whether the lists of rooms are sorted by activity. */
  isSorted: boolean;
  /** Whether rooms tell their versions. */
  tellsVersions: boolean;
  /** Whether the cursors of messages are offsets, which new messages shift. */
  hasOffsets: boolean;
}

/** Rooms with messages, in two lists, of which the second has some of the first one's rooms too. */
export class MessagingModel {
  /** In minutes. */
  now = 100_000;
  /** In the order in which they appeared. */
  private readonly rooms = new Map<number, Message[]>();
  readonly unreadableRooms = new Set<number>();
  reads = 0;
  /** What happens with the reading of the page of this number. */
  beforeRead: (read: number) => void = () => undefined;
  private sent = 0;

  constructor(private readonly traits: Traits) {}

  send(room: number, minutesLate: number | null): Message {
    const at = minutesLate === null ? null : this.now - minutesLate;
    const message = { id: `m${this.sent++}`, at, room: room % this.traits.rooms };
    this.rooms.set(message.room, [...(this.rooms.get(message.room) ?? []), message]);
    return message;
  }

  get messages(): Message[] {
    return [...this.rooms.values()].flat();
  }

  remove(index: number): void {
    const { messages } = this;
    const removed = messages[index % messages.length];
    if (!removed) return;
    const left = this.rooms.get(removed.room)?.filter((message) => message !== removed);
    this.rooms.set(removed.room, left ?? []);
  }

  lists(chosen?: readonly number[]): NestedLists<OuterRecord> {
    const all = Array.from({ length: this.traits.rooms }, (_, room) => room);
    const watched = chosen ? all.filter((room) => chosen.includes(room)) : all;
    const parts = [watched, watched.filter((room) => room % 3 === 0)];
    return {
      scope: (chosen ?? ['all']).join(' '),
      chosen: chosen ? chosen.map((room) => `r${room}`) : null,
      outerLists: parts.map((rooms, part) => ({
        id: String(part),
        order: ORDER,
        fetchPage: async (after) =>
          await this.page(after, ROOMS_PER_PAGE, () =>
            this.sorted(rooms.map((room) => this.outer(room))),
          ),
      })),
      innerList: ({ id }) => {
        const room = Number(id.slice(1));
        return {
          order: ORDER,
          fetchPage: async (after) => {
            if (this.unreadableRooms.has(room)) throw new Error(`Room ${room} can't be read`);
            return await this.innerPage(room, after);
          },
        };
      },
    };
  }

  private outer(room: number): OuterRecord {
    const [latest] = this.messagesIn(room);
    const activeAt = latest ? latest.at && latest.at * MINUTE : 0;
    const version = this.traits.tellsVersions ? (latest?.id ?? 'none') : null;
    return { id: `r${room}`, version, activeAt };
  }

  private sorted(outers: OuterRecord[]): OuterRecord[] {
    return this.traits.isSorted
      ? outers.sort((a, b) => (b.activeAt ?? Infinity) - (a.activeAt ?? Infinity))
      : outers;
  }

  private messagesIn(room: number): Message[] {
    return [...(this.rooms.get(room) ?? [])]
      .reverse()
      .sort((a, b) => (b.at ?? this.now) - (a.at ?? this.now));
  }

  private async innerPage(
    room: number,
    after: string | null,
  ): Promise<ConnectionPage<InnerRecord>> {
    const records = () =>
      this.messagesIn(room).map(({ id, at }) => ({
        id,
        at: at === null ? null : at * MINUTE,
        matches: true,
        output: () => ({ id }),
      }));
    if (this.traits.hasOffsets) return await this.page(after, MESSAGES_PER_PAGE, records);
    return await this.page(
      null,
      MESSAGES_PER_PAGE,
      () => {
        const all = records();
        const position = all.findIndex(({ id }) => id === after);
        return all.slice(position + 1);
      },
      ({ id }) => id,
    );
  }

  /** A page, as it is when it has been requested for a while. */
  private async page<T>(
    after: string | null,
    size: number,
    list: () => T[],
    cursorOf?: (last: T) => string,
  ): Promise<ConnectionPage<T>> {
    const read = this.reads++;
    await Promise.resolve();
    this.beforeRead(read);
    const offset = Number(after ?? 0);
    const records = list().slice(offset, offset + size);
    const last = records.at(-1);
    const endCursor = last && cursorOf ? cursorOf(last) : String(offset + records.length);
    return { records, edgeCount: records.length, endCursor, hasNextPage: false };
  }
}
