import type { Clock } from '../clock.mts';
import { JobBoard, type JobBoardOptions } from './jobBoard.mts';
import { Rooms } from './messaging/rooms.mts';

/** All that exists in the sandbox besides keys and tokens. */
export interface World {
  clock: Clock;
  jobs: JobBoard;
  rooms: Rooms;
}

export function createWorld(options: JobBoardOptions): World {
  return { clock: options.clock, jobs: new JobBoard(options), rooms: new Rooms(options) };
}
