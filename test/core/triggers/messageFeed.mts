import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { AddMessages } from '../../sandbox/parts/messaging/control.mts';
import type { SandboxOptions } from '../../sandbox/index.mts';
import { rooms, textOf } from '../messaging.mts';
import { JobFeed } from './jobFeed.mts';

/** The New Message event. */
export const watchingMessages = (changes: INodeParameters = {}): INodeParameters => ({
  event: 'newMessage',
  ...changes,
});

/** The rooms that are watched, by ID or URL. */
export const onlyRooms = (...chosen: string[]): INodeParameters => ({
  rooms: {
    room: chosen.map((value) => ({
      roomId: { __rl: true, mode: value.startsWith('http') ? 'url' : 'id', value },
    })),
  },
});

/** Upwork and n8n for the tests of a file, on a clock of its own. */
export class MessageFeed extends JobFeed {
  constructor(options: Partial<SandboxOptions> = {}) {
    super({ jobs: 200, ...options });
  }

  /** Another person writes to a room, so long ago. Returns the IDs of the messages. */
  write(roomId: string, { ago = 0, ...message }: Partial<AddMessages> & { ago?: number } = {}) {
    return this.upwork.control
      .addMessages({ roomId, sentSecondsAgo: ago / 1000, ...message })
      .map(({ storyId }) => storyId);
  }

  /** The IDs of the rooms that pass a test. */
  async roomIds(test: (room: IDataObject) => boolean = () => true): Promise<string[]> {
    const all = await rooms(this.upwork.connected());
    return all.filter(test).map((room) => textOf(room, 'id'));
  }
}
