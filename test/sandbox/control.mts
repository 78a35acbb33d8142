import { action, ControlError, type Remote } from './action.mts';
import { type Fault, type Faults, isFault } from './faults.mts';
import { isListOf, isNothing, isNumber, isOneOf, isRecord, isString } from './guards.mts';
import { type Handler, json, parseJson } from './http.mts';
import { jobPostingsControl, type JobPostingsControl } from './parts/jobPostings/control.mts';
import { jobsControl, type JobsControl } from './parts/jobs/control.mts';
import { messagingControl, type MessagingControl } from './parts/messaging/control.mts';
import { proposalsControl, type ProposalsControl } from './parts/proposals/control.mts';
import { uploadsControl, type UploadsControl } from './parts/proposals/uploads.mts';
import type { Permissions } from './permissions.mts';
import type { RemovedFields } from './removedFields.mts';
import type { RemovedInputs, Spelling } from './removedInputs.mts';
import type { Counter, Stats } from './stats.mts';
import type { TokenStore } from './tokens.mts';
import type { World } from './world/index.mts';

/**
 * The actions with which a test controls the sandbox. Over HTTP: `POST /sandbox/<name>` with the
 * input as JSON.
 */
export interface SandboxControl
  extends JobsControl,
    JobPostingsControl,
    MessagingControl,
    ProposalsControl,
    UploadsControl {
  /** Advances the sandbox's clock: tokens expire, rate limit windows pass, jobs appear. */
  advanceTime(input: { seconds: number }): void;
  /**
   * Expires all access tokens: the next request of every client gets a 401. Refresh tokens stay
   * valid.
   */
  expireAccessTokens(): void;
  /** How many access tokens are valid: at 0, the next request of every client gets a 401. */
  liveAccessTokens(): number;
  /** Revokes every token, as Upwork does when the permissions of a key are changed. */
  revokeTokens(): void;
  /**
   * Ticks exactly these permissions on the keys. Upwork would also revoke the tokens: see
   * revokeTokens.
   */
  setPermissions(input: { permissions: string[] }): void;
  /** Blocks exactly these fields, as `Type.field`, in addition to those that lack a permission. */
  blockFields(input: { fields: string[] }): void;
  /** Removes exactly these fields from the API, as `Type.field`: a document that selects one is invalid. */
  removeFields(input: { fields: string[] }): void;
  /**
   * Removes exactly these from the API: arguments as `Type.field(argument:)`, input fields as `InputType.field`,
   * enum values as `Enum.VALUE`. Errors come in the newer spelling by default.
   */
  removeInputs(input: { inputs: string[]; spelling?: Spelling }): void;
  addFault(fault: Fault): void;
  clearFaults(): void;
  /** Over HTTP with GET, too. */
  stats(): Stats;
  resetStats(): void;
}

export interface ControlParts {
  tokens: TokenStore;
  permissions: Permissions;
  removedFields: RemovedFields;
  removedInputs: RemovedInputs;
  faults: Faults;
  counter: Counter;
  world: World;
}

const isSeconds = isRecord<{ seconds: number }, object>({ seconds: isNumber }, {});
const isPermissions = isRecord<{ permissions: string[] }, object>(
  { permissions: isListOf(isString) },
  {},
);

const isFields = isRecord<{ fields: string[] }, object>({ fields: isListOf(isString) }, {});

const isInputs = isRecord<{ inputs: string[] }, { spelling: Spelling }>(
  { inputs: isListOf(isString) },
  { spelling: isOneOf('older', 'newer') },
);

function controlActions({
  tokens,
  permissions,
  removedFields,
  removedInputs,
  faults,
  counter,
  world,
}: ControlParts) {
  return {
    ...jobsControl(world.jobs),
    ...jobPostingsControl(world),
    ...messagingControl(world),
    ...proposalsControl(world),
    ...uploadsControl(world.uploads),
    advanceTime: action(isSeconds, ({ seconds }: { seconds: number }) => {
      if (seconds < 0) throw new ControlError('advanceTime: seconds must not be negative');
      world.clock.advance(seconds);
    }),
    expireAccessTokens: action(isNothing, () => {
      tokens.expireAccessTokens();
    }),
    liveAccessTokens: action(isNothing, () => tokens.liveAccessTokens()),
    revokeTokens: action(isNothing, () => {
      tokens.revokeAll();
    }),
    setPermissions: action(isPermissions, (input: { permissions: string[] }) => {
      permissions.grant(input.permissions);
    }),
    blockFields: action(isFields, (input: { fields: string[] }) => {
      permissions.block(input.fields);
    }),
    removeFields: action(isFields, (input: { fields: string[] }) => {
      removedFields.remove(input.fields);
    }),
    removeInputs: action(
      isInputs,
      ({ inputs, spelling = 'newer' }: { inputs: string[]; spelling?: Spelling }) => {
        removedInputs.remove(inputs, spelling);
      },
    ),
    addFault: action(isFault, (fault: Fault) => {
      faults.add(fault);
    }),
    clearFaults: action(isNothing, () => {
      faults.clear();
    }),
    stats: action(isNothing, () => counter.read()),
    resetStats: action(isNothing, () => {
      counter.reset();
    }),
  } satisfies Record<string, Remote>;
}

/** The control, as an object for this process and as a handler of `/sandbox/<name>` for others. */
export function createControl(parts: ControlParts): { control: SandboxControl; remote: Handler } {
  const actions = controlActions(parts);
  const byName = new Map<string, Remote>(Object.entries(actions));
  return {
    control: actions,
    remote({ method, path, body }) {
      const name = path.replace('/sandbox/', '');
      const called = byName.get(name);
      if (!called) {
        return json(404, {
          message: `No such action. There are: ${[...byName.keys()].join(', ')}`,
        });
      }
      if (method !== 'POST' && !(method === 'GET' && name === 'stats')) {
        return json(405, { message: 'Use POST' });
      }
      try {
        return json(200, called.fromJson(body === '' ? {} : parseJson(body)) ?? {});
      } catch (error) {
        if (error instanceof ControlError) return json(400, { message: error.message });
        throw error;
      }
    },
  };
}
