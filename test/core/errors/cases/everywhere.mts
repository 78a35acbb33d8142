import type { INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../sandbox/index.mts';
import { message } from '../../messaging.mts';
import { running } from '../errorCase.mts';
import type { ErrorCase, ErrorSection } from '../errorCase.mts';

const READ: INodeParameters = { resource: 'account', operation: 'get' };
const CHANGE = message('send', { roomId: 'room_x', message: 'Hello' });

const saying = (text: string): Partial<Fault> => ({ kind: 'errors', errors: [{ message: text }] });

/** The errors of any operation; for changes, they also say what happened. */
const FAULTS: [string, Partial<Fault>][] = [
  ['Too many requests', { status: 429 }],
  ['Upwork is down', { status: 503 }],
  ['Cloudflare blocks the request', { kind: 'cloudflare' }],
  ['Upwork refuses the request', { status: 400 }],
  ['The answer is cut off', { kind: 'cutOff' }],
  ['The answer is empty', { kind: 'empty' }],
  ['The answer is a page', { kind: 'html' }],
  ['Upwork took too long', saying('Transform timeout')],
  ['The organization may not do this', saying('Authorization failed')],
  ['A value is not accepted', saying('VJCA-6: Input parameter provided has incorrect value')],
  ['A record does not exist', saying('Record not found')],
  ['Something else', saying('Exception occurred')],
  [
    "Upwork's API has changed",
    {
      kind: 'errors',
      errors: [{ message: 'Bad field', extensions: { classification: 'ValidationError' } }],
    },
  ],
];

const withFaults = (parameters: INodeParameters): ErrorCase[] =>
  FAULTS.map(([mistake, fault]) => running(mistake, parameters, { fault }));

/** The node with other fields in its credential. */
const connected = (mistake: string, credential: Record<string, string>): ErrorCase => ({
  mistake,
  provoke: async (upwork) => await upwork.connected(credential).run(READ),
});

export const commonSections: ErrorSection[] = [
  {
    title: 'Credential',
    cases: [
      {
        mistake: 'Not connected',
        provoke: async (upwork) => {
          await upwork.connected({ oauthTokenData: {} }).run(READ);
        },
      },
      {
        mistake: 'The connection is lost',
        async provoke(upwork, n8n) {
          upwork.control.expireAccessTokens();
          upwork.control.addFault({
            at: 'token',
            kind: 'status',
            status: 400,
            body: { error: 'invalid_grant' },
            times: 1_000,
          });
          await n8n.run(READ);
        },
      },
      {
        mistake: 'The token can not be renewed now',
        async provoke(upwork, n8n) {
          upwork.control.expireAccessTokens();
          upwork.control.addFault({ at: 'token', kind: 'status', status: 503, times: 1_000 });
          await n8n.run(READ);
        },
      },
      running('The token is rejected', READ, { fault: { status: 401 } }),
      connected('An Organization ID that is no ID', { organizationId: 'mine' }),
      connected('An organization that is none of yours', { organizationId: '999' }),
      connected('A sandbox on the internet', { sandboxUrl: 'https://example.com' }),
      connected('A sandbox that is not running', { sandboxUrl: 'http://127.0.0.1:9' }),
    ],
  },
  { title: 'Every operation that reads', cases: withFaults(READ) },
  { title: 'Every operation that changes something', cases: withFaults(CHANGE) },
];
