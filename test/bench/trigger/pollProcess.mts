// One trigger in a separate process, or a node that only sends the trigger's request, which reports the cost of an idle poll.
import { Instance } from '../../core/instance.mts';
import { FakeClock } from '../../unit/fakeClock.mts';
import { controlSandbox } from '../benchSandbox.mts';
import { finish, readInput } from '../childProcess.mts';
import type { SandboxCredential } from '../sandboxCredential.mts';
import { EVENTS } from './events.mts';
import { onlyRequest } from './onlyRequest.mts';
import { recordRequest } from './recordRequest.mts';

export interface PollInput {
  event: string;
  /** Whether to send the request only. */
  bare: boolean;
  credential: SandboxCredential;
}

/** CPU milliseconds of one idle poll, on average. */
export interface PollCost {
  /** Of the first polls of a process, before Node.js has optimized the code. */
  coldMs: number;
  warmMs: number;
}

const COLD_POLLS = 10;
const WARM_POLLS = 50;
const MINUTES = 5;

const { event, bare, credential } = readInput() as PollInput;
const clock = new FakeClock(Date.now());
const poll = await (bare ? bareRequest() : trigger());
const coldMs = await meanCpuMs(COLD_POLLS);
await meanCpuMs(WARM_POLLS / 2);
const result: PollCost = { coldMs, warmMs: await meanCpuMs(WARM_POLLS) };
finish(result);

/** An activated trigger. */
async function trigger(sandboxUrl = credential.sandboxUrl): Promise<() => Promise<void>> {
  const n8n = new Instance({ ...credential, sandboxUrl });
  await n8n.activate({ event, ...EVENTS[event]?.parameters }, clock);
  return async () => {
    if (await n8n.poll()) throw new Error(`${event} was not idle`);
  };
}

async function bareRequest(): Promise<() => Promise<void>> {
  const request = await recordRequest(credential.sandboxUrl, async (url) => {
    const polled = await trigger(url);
    await wait();
    await polled();
  });
  const n8n = new Instance(credential);
  const node = { type: onlyRequest(request), name: 'n8n-nodes-upwork.upwork', version: 1 };
  return async () => {
    await n8n.execute(node, {});
  };
}

async function meanCpuMs(polls: number): Promise<number> {
  let sum = 0;
  for (let number = 0; number < polls; number++) {
    await wait();
    const before = process.cpuUsage();
    await poll();
    const { user, system } = process.cpuUsage(before);
    sum += user + system;
  }
  return sum / polls / 1_000;
}

async function wait(): Promise<void> {
  clock.advance(MINUTES * 60_000);
  await controlSandbox(credential.sandboxUrl, 'advanceTime', { seconds: MINUTES * 60 });
}
