import type { Clock } from '../clock.mts';
import { JobBoard, type JobBoardOptions } from './jobBoard.mts';
import { JobPostings } from './jobPostings.mts';
import { Rooms } from './messaging/rooms.mts';
import { OwnProposals } from './ownProposals.mts';
import { ReceivedProposals } from './receivedProposals.mts';
import { Uploads } from './uploads.mts';

/** All data of the sandbox other than keys and tokens. */
export interface World {
  clock: Clock;
  jobs: JobBoard;
  ownProposals: OwnProposals;
  jobPostings: JobPostings;
  receivedProposals: ReceivedProposals;
  rooms: Rooms;
  uploads: Uploads;
}

export function createWorld(options: JobBoardOptions): World {
  const { seed, clock } = options;
  const jobs = new JobBoard(options);
  const jobPostings = new JobPostings(seed, clock);
  const ownProposals = new OwnProposals(seed, jobs, clock);
  return {
    clock,
    jobs,
    ownProposals,
    jobPostings,
    receivedProposals: new ReceivedProposals(seed, jobPostings, clock),
    rooms: new Rooms(options, ownProposals),
    uploads: new Uploads(seed),
  };
}
