import type { Clock } from '../clock.mts';
import { JobBoard, type JobBoardOptions } from './jobBoard.mts';

/** All that exists in the sandbox besides keys and tokens. */
export interface World {
  clock: Clock;
  jobs: JobBoard;
}

export function createWorld(options: JobBoardOptions): World {
  return { clock: options.clock, jobs: new JobBoard(options) };
}
