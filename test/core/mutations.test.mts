import type { INodeType } from 'n8n-workflow';

import { upworkClient } from '../../nodes/Upwork/api/client.ts';
import type { GraphqlDocument } from '../../nodes/Upwork/api/document.ts';
import { Upwork as UpworkNode } from '../../nodes/Upwork/Upwork.node.ts';
import type { Fault } from '../sandbox/index.mts';
import { Upwork } from './upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

/** No operation changes anything yet, so this stands for one; the sandbox's answer is always given. */
const document: GraphqlDocument<object, object> = {
  kind: 'mutation',
  name: 'Change',
  fields: [],
  compiled: null,
  text: 'mutation Change { __typename }',
};
const changing: INodeType = {
  description: new UpworkNode().description,
  async execute() {
    return [[{ json: { ...(await upworkClient(this).send(document, {})) } }]];
  },
};

const change = async () =>
  await upwork
    .connected()
    .execute({ type: changing, name: 'n8n-nodes-upwork.upwork', version: 1 }, {});

const done: Fault = {
  at: 'graphql',
  kind: 'status',
  status: 200,
  times: 1,
  body: { data: { changed: true } },
};

describe('a mutation', () => {
  it.each<[string, Partial<Fault>]>([
    ['a fault of the server', { kind: 'status', status: 503 }],
    ['a dropped connection', { kind: 'reset' }],
    ['an empty answer', { kind: 'empty' }],
    ['an HTML page', { kind: 'html' }],
  ])('is not sent again after %s, and the user reads that it may be done', async (_what, fault) => {
    upwork.control.addFault({ at: 'graphql', kind: 'status', times: 1, ...fault });
    upwork.control.addFault(done);
    await expect(change()).rejects.toThrow('The change may have been carried out all the same');
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });

  it('is sent again when Upwork had too many requests to look at it', async () => {
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 429, times: 2 });
    upwork.control.addFault(done);
    expect((await change()).items).toMatchObject([{ json: { changed: true } }]);
    expect(upwork.control.stats().requests.graphql).toBe(3);
  });

  it('is sent again, once, when the token had expired', async () => {
    const body = { message: 'Authentication failed' };
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 401, times: 1, body });
    upwork.control.addFault(done);
    expect((await change()).items).toMatchObject([{ json: { changed: true } }]);
    expect(upwork.control.stats().requests).toMatchObject({ graphql: 2, token: 1 });
  });
});
