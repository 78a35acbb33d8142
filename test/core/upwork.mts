import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { startSandbox } from '../sandbox/index.mts';
import type { Sandbox, SandboxOptions } from '../sandbox/index.mts';
import { Instance } from './instance.mts';
import type { InstanceOptions } from './instance.mts';
import { now, skipWaits } from './skippedWaits.mts';

/** A sandbox for the tests of a file, and n8n instances that are connected to it. */
export class Upwork {
  private started: Sandbox | undefined;

  constructor(options: Partial<SandboxOptions> = {}) {
    skipWaits();
    beforeAll(async () => {
      this.started = await startSandbox({ now, ...options });
    });
    afterEach(() => {
      this.sandbox.beforeRequest(() => undefined);
      this.sandbox.control.clearFaults();
      this.sandbox.control.setPermissions({ permissions: this.sandbox.permissions });
      this.sandbox.control.blockFields({ fields: [] });
      this.sandbox.control.removeFields({ fields: [] });
      this.sandbox.control.removeInputs({ inputs: [] });
      this.sandbox.control.resetStats();
    });
    afterAll(async () => {
      await this.sandbox.close();
    });
  }

  get sandbox(): Sandbox {
    if (!this.started) throw new Error('The sandbox has not started yet');
    return this.started;
  }

  get control(): Sandbox['control'] {
    return this.sandbox.control;
  }

  /** Runs this before Upwork executes a GraphQL request, with 1 for the first from now on, 2 for the second … */
  beforeRequest(run: (number: number) => void | Promise<void>): void {
    let number = 0;
    this.sandbox.beforeRequest(async () => {
      number += 1;
      await run(number);
    });
  }

  /** An n8n with a newly connected Upwork credential, with these fields changed. */
  connected(changes: ICredentialDataDecryptedObject = {}, options?: InstanceOptions): Instance {
    return new Instance(
      {
        ...this.sandbox.key,
        environment: 'sandbox',
        sandboxUrl: this.sandbox.url,
        oauthTokenData: { ...this.sandbox.issueTokens() },
        ...changes,
      },
      options,
    );
  }
}
