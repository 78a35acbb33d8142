import type { SandboxControl } from '../../sandbox/index.mts';

const FAULTS = 500;

/** From now on, Upwork refuses every request, with one status and then the other. */
export function startOutage(control: SandboxControl): void {
  for (let index = 0; index < FAULTS; index += 1) {
    for (const status of [429, 500]) {
      control.addFault({ at: 'graphql', kind: 'status', status, times: 3 });
    }
  }
}

/** From now on, every response takes some time, in real milliseconds. */
export function slowDown(control: SandboxControl, ms: number): void {
  control.addFault({ at: 'graphql', kind: 'delay', ms, times: Infinity });
}
