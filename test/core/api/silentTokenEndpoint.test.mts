import type { INodeParameters } from 'n8n-workflow';

import { RENEWAL_TIMEOUT_MS } from '../../../nodes/Upwork/api/auth/tokenRenewal.ts';
import { systemClock } from '../../../nodes/Upwork/api/clock.ts';
import { TIMEOUT_MS } from '../../../nodes/Upwork/api/http/send.ts';
import type { Fault } from '../../sandbox/index.mts';
import type { Instance } from '../instance.mts';
import { Upwork } from '../upwork.mts';

// In a separate file: n8n 2.x makes later renewals of a credential wait for the one that hangs.
const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const search: INodeParameters = { resource: 'job', operation: 'search', limit: 1 };

const silence: Fault = { at: 'token', kind: 'delay', ms: 3_600_000, times: 1_000 };

const LATER = 'Upwork could not renew the access token at the moment';

/** Ends the timeout of this many milliseconds when `end` resolves, by default at once. */
function endTimeout(
  limit: number,
  end: () => Promise<void> = async () => {
    await turns(1);
  },
) {
  const timeout = systemClock.timeout.bind(systemClock);
  return jest.spyOn(systemClock, 'timeout').mockImplementation((ms) => {
    if (ms !== limit) return timeout(ms);
    const controller = new AbortController();
    void end().then(() => {
      controller.abort(new DOMException('The time is up', 'TimeoutError'));
    });
    return controller.signal;
  });
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
}

describe('a token endpoint that never responds', () => {
  it('delays nobody for longer than the timeout of the renewal', async () => {
    const n8n = upwork.connected();
    const trigger: INodeParameters = { event: 'newJob', query: 'n8n' };
    await n8n.activate(trigger);
    upwork.control.expireAccessTokens();
    upwork.control.addFault(silence);
    endTimeout(RENEWAL_TIMEOUT_MS);
    const runs = Promise.allSettled([n8n.run(search), n8n.run(search), n8n.run(search)]);
    const list = n8n.listSearch('searchJobs');
    await expect(list).rejects.toMatchObject({ message: LATER });
    expect(await n8n.poll()).toBeNull();
    for (const run of await runs) {
      expect(run).toMatchObject({
        reason: {
          message: LATER,
          apiFailure: { retryable: true, notExecuted: true },
          failure: { cause: 'temporarily-unavailable' },
        },
      });
    }
  });

  it('does not stop a run from using the token that another process has got', async () => {
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    upwork.control.addFault(silence);
    endTimeout(RENEWAL_TIMEOUT_MS, async () => {
      await turns(100);
      n8n.credentials.stored = connectedElsewhere(n8n);
    });
    expect((await n8n.run(search)).items).toHaveLength(1);
  });

  it('does not delay the first token of client credentials for longer, either', async () => {
    const n8n = upwork.connected({
      ...upwork.sandbox.enterpriseKey,
      serviceAccount: true,
      grantType: 'clientCredentials',
      oauthTokenData: {},
    });
    upwork.control.addFault(silence);
    const timeout = endTimeout(TIMEOUT_MS);
    await expect(n8n.run(search)).rejects.toMatchObject({
      message: 'Upwork did not respond in time',
      apiFailure: { retryable: true },
    });
    upwork.control.clearFaults();
    timeout.mockRestore();
    expect((await n8n.run(search)).items).toHaveLength(1);
  });

  it('does not delay an execution that is cancelled', async () => {
    const stop = new AbortController();
    const n8n = upwork.connected();
    upwork.control.expireAccessTokens();
    upwork.control.addFault(silence);
    const run = n8n.run(search, { cancelSignal: stop.signal });
    // The renewal starts once Upwork has rejected the expired token.
    while (upwork.control.stats().unauthorized401 < 1) await turns(1);
    await turns(100);
    stop.abort();
    await expect(run).rejects.toThrow('The execution was cancelled');
  });

  const connectedElsewhere = ({ credentials }: Instance) => ({
    ...credentials.stored,
    oauthTokenData: { ...upwork.sandbox.issueTokens() },
  });
});
