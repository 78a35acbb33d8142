import type { Sandbox } from '../../sandbox/index.mts';
import { OWN_STATUSES, type OwnStatus } from '../../sandbox/world/ownProposals.mts';
import { randomFrom } from '../../sandbox/world/random.mts';
import { MessagingClient } from '../../sandboxClient/messagingClient.mts';
import { bucket } from '../../sandboxClient/ownProposals.mts';
import { SandboxClient } from '../../sandboxClient/sandboxClient.mts';
import { type EventName, SEARCHED } from './watched.mts';

/** Jobs that existed before the activation and can be renewed or closed as well. */
const EXISTING_JOBS = 150;
const EXISTING_SECONDS_AGO = 3 * 3600;
/** The client has a conversation with the freelancer in these, so a room and a message. */
const IN_CONVERSATION = ['Activated', 'Offered', 'Hired'];
/** Jobs that the freelancer has applied for. */
const APPLIED = 60;
/** What is closed earlier may never have been shown to a poll. */
const SHOWN_AFTER_MS = 45 * 60_000;
/** A status that is left again within this time may never have been shown to a poll. */
const STATUS_KEPT_MS = 45 * 60_000;

interface PostedJob {
  id: string;
  /** When it appeared, in epoch milliseconds. */
  at: number;
}

interface Proposal {
  id: string;
  status: string;
  changedAt: number;
}

/** Upwork as the soak test needs it: it adds and changes records, and knows what should be emitted. */
export class BusyUpwork {
  readonly #sandbox: Sandbox;
  readonly #now: () => number;
  readonly #random = randomFrom('busy Upwork');
  readonly #appeared: Record<EventName, string[]> = {
    newJob: [],
    newMessage: [],
    proposalStatusChanged: [],
  };
  #open: PostedJob[];
  #proposals: Proposal[];
  #roomIds: string[];

  private constructor(parts: {
    sandbox: Sandbox;
    now: () => number;
    proposals: Proposal[];
    roomIds: string[];
    existing: PostedJob[];
  }) {
    this.#sandbox = parts.sandbox;
    this.#now = parts.now;
    this.#proposals = parts.proposals;
    this.#roomIds = parts.roomIds;
    this.#open = parts.existing;
  }

  static async create(sandbox: Sandbox, now: () => number): Promise<BusyUpwork> {
    const { control } = sandbox;
    const client = new SandboxClient(sandbox);
    control.addJobs({ count: APPLIED, job: { applied: true }, publishedSecondsAgo: 86_400 });
    const existing = control.addJobs({
      count: EXISTING_JOBS,
      job: { title: SEARCHED },
      publishedSecondsAgo: EXISTING_SECONDS_AGO,
    });
    const buckets = await Promise.all(OWN_STATUSES.map((status) => bucket(client, status)));
    // Upwork: the buckets overlap.
    const statuses = new Map(buckets.flat().map(({ id, status }) => [id, status]));
    return new BusyUpwork({
      sandbox,
      now,
      existing: existing.map(({ id }) => ({ id, at: 0 })),
      proposals: [...statuses].map(([id, status]) => ({ id, status, changedAt: 0 })),
      roomIds: await roomIds(new MessagingClient(client)),
    });
  }

  postJob(lateBy: number): void {
    const [added] = this.#sandbox.control.addJobs({
      // A job that the freelancer has applied for would bring a proposal.
      job: { title: `${SEARCHED} of a test`, applied: false },
      publishedSecondsAgo: lateBy,
    });
    if (!added) return;
    this.#appeared.newJob.push(added.id);
    this.#open.push({ id: added.id, at: this.#now() });
  }

  renewJob(): void {
    const job = this.#shown();
    if (job) this.#sandbox.control.renewJob({ id: job.id });
  }

  closeJob(): void {
    const job = this.#shown();
    if (!job) return;
    this.#sandbox.control.setJobState({ id: job.id, state: 'CLOSED' });
    this.#open = this.#open.filter((one) => one !== job);
  }

  /** Someone sends a message to one of the rooms. */
  sendMessage(): void {
    const roomId = this.#roomIds[this.#random.whole(0, this.#roomIds.length - 1)];
    if (roomId !== undefined) this.#send({ roomId });
  }

  /** The proposal that has kept its status for the longest time gets another one. */
  changeProposal(): void {
    const [proposal, ...others] = this.#proposals;
    if (!proposal || proposal.changedAt > this.#now() - STATUS_KEPT_MS) return;
    const status = this.#random.pick(otherStatuses(proposal.status));
    if (IN_CONVERSATION.includes(status)) this.#send({ proposalId: proposal.id });
    this.#sandbox.control.setProposalStatus({ proposalId: proposal.id, status });
    this.#proposals = [...others, { id: proposal.id, status, changedAt: this.#now() }];
    this.#appeared.proposalStatusChanged.push(proposal.id);
  }

  /** The IDs of what should have been emitted, one for each time. */
  appeared(event: EventName): readonly string[] {
    return this.#appeared[event];
  }

  #send(to: { roomId: string } | { proposalId: string }): void {
    const sent = this.#sandbox.control.addMessages(to);
    this.#appeared.newMessage.push(...sent.map(({ storyId }) => storyId));
  }

  /** A job that every poll since some time ago could see. */
  #shown(): PostedJob | undefined {
    const shown = this.#open.filter(({ at }) => at < this.#now() - SHOWN_AFTER_MS);
    return shown[this.#random.whole(0, shown.length - 1)];
  }
}

/** All rooms, whether the user is subscribed to them or not. */
async function roomIds(messaging: MessagingClient): Promise<string[]> {
  const lists = await Promise.all(
    [true, false].map((subscribed) => messaging.rooms({ subscribed_eq: subscribed })),
  );
  return lists.flat().map(({ id }) => id);
}

function otherStatuses(status: string): [OwnStatus, ...OwnStatus[]] {
  const [first = 'Declined', ...others] = OWN_STATUSES.filter((other) => other !== status);
  return [first, ...others];
}
