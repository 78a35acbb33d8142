import type { INodeParameters } from 'n8n-workflow';

import { PERMISSIONS } from '../../../nodes/Upwork/api/errors/permissions.ts';
import { AGENCY, CLIENT } from '../../sandboxClient/ids.mts';
import { schemaErrors } from '../outputSchema.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const account = (operation: string, parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'account',
  operation,
  ...parameters,
});

const organization = (value: string): INodeParameters => ({
  options: { organizationId: { __rl: true, mode: 'list', value } },
});

describe('account: get', () => {
  it('returns the user and the organization of the last login', async () => {
    const { items } = await upwork.connected().run(account('get'));
    expect(items.flatMap(({ json }) => schemaErrors('account', json))).toEqual([]);
    expect(items.map(({ json }) => json)).toMatchObject([
      { name: 'Robin Sandbox', organizationKind: 'Freelancer', organizationChosenBy: 'Last Login' },
    ]);
  });

  it.each([
    ['the credential', { credential: { organizationId: AGENCY }, node: {} }, 'Agency'],
    ['the node', { credential: {}, node: organization(CLIENT) }, 'Client'],
    [
      'the node rather than the credential',
      { credential: { organizationId: AGENCY }, node: organization(CLIENT) },
      'Client',
    ],
  ])('returns the organization that is set in %s', async (_where, { credential, node }, kind) => {
    const { items } = await upwork.connected(credential).run(account('get', node));
    expect(items.map(({ json }) => json)).toMatchObject([
      { organizationKind: kind, organizationChosenBy: 'Node or Credential' },
    ]);
  });
});

describe('an organization without access', () => {
  it('is reported with those to choose from, which are requested once for all items', async () => {
    const run = upwork.connected().run(account('get', organization('999')), {
      input: [{}, {}, {}],
    });
    await expect(run).rejects.toMatchObject({
      message: 'The organization in use is none of yours',
      description:
        'Under Options, set Organization to Robin Sandbox, Sandbox Agency or Sandbox Client Ltd.',
      messages: [expect.stringContaining('Authorization failed')],
    });
    expect(upwork.control.stats().operations).toMatchObject({ OrganizationChoice: 1 });
  });
});

describe('organizations', () => {
  it('are all returned', async () => {
    const { items } = await upwork.connected().run(account('getOrganizations'));
    expect(items.flatMap(({ json }) => schemaErrors('organization', json))).toEqual([]);
    expect(items.map(({ json }) => [json.name, json.kind])).toEqual([
      ['Robin Sandbox', 'Freelancer'],
      ['Sandbox Agency', 'Agency'],
      ['Sandbox Client Ltd', 'Client'],
    ]);
  });

  it('can be chosen from a list', async () => {
    const { results } = await upwork.connected().listSearch('searchOrganizations');
    expect(results).toContainEqual({ name: 'Sandbox Agency (Agency)', value: AGENCY });
  });

  it('apply to the polls of the trigger, which goes on from the last poll when they change', async () => {
    const n8n = upwork.connected();
    const trigger = { event: 'newJob', query: 'meerkat' };
    await n8n.activate(trigger);
    upwork.control.addJobs({ job: { title: 'Meerkat census' } });
    expect(await n8n.activate({ ...trigger, ...organization(AGENCY) })).toHaveLength(1);
    await expect(n8n.activate({ ...trigger, ...organization('999') })).rejects.toMatchObject({
      message: 'The organization in use is none of yours',
      description: expect.stringContaining('Sandbox Agency') as string,
    });
  });
});

/** No read shows whether the key has these. */
const ONLY_FOR_CHANGES = [
  'Submit Proposal',
  'Job Postings - Read and Write Access',
  'Messaging – Read and Write',
];

describe('account: check access', () => {
  const check = async (missing: string[]) => {
    const granted = upwork.sandbox.permissions.filter((name) => !missing.includes(name));
    upwork.control.setPermissions({ permissions: granted });
    const { items } = await upwork.connected().run(account('checkAccess'));
    return items.map(({ json }) => json);
  };

  it('finds every permission granted', async () => {
    const { items, hints } = await upwork.connected().run(account('checkAccess'));
    // Probes of what the organization has no access to fail, but nothing is wrong.
    expect(hints).toEqual([]);
    const records = items.map(({ json }) => json);
    expect(records.flatMap((item) => schemaErrors('access', item))).toEqual([]);
    const listed = records.map(({ permission }) => permission);
    expect(listed).toEqual(PERMISSIONS.map(({ name }) => name));
    const known = PERMISSIONS.filter(({ uncertain }) => !uncertain || uncertain.fields).map(
      ({ name }) => name,
    );
    expect(upwork.sandbox.permissions).toEqual(expect.arrayContaining(known));
    const unchecked = records.filter(({ access }) => access !== 'Granted');
    expect(unchecked.map(({ permission }) => permission)).toEqual(ONLY_FOR_CHANGES);
    for (const item of unchecked) {
      expect(item).toMatchObject({
        access: 'Unknown',
        whatToDo: expect.stringContaining('Only a change on Upwork would tell') as string,
      });
    }
  });

  it('finds missing permissions, names the boxes to tick, and sends one request for each permission', async () => {
    const missing = [
      'Read marketplace Job Postings',
      'Messaging – Read-Only',
      'Ontology – Read-Only',
    ];
    const records = await check([...missing, 'Messaging – Read and Write']);
    const notGranted = records.filter(({ access }) => access === 'Missing');
    expect(notGranted.map(({ permission }) => permission).sort()).toEqual([...missing].sort());
    expect(notGranted[0]).toMatchObject({
      permission: 'Read marketplace Job Postings',
      neededFor: 'Job: Get, Job: Search, Proposal: Submit, Trigger: New Job',
      whatToDo: expect.stringMatching(
        /Tick "Read marketplace Job Postings" .* then reconnect/,
      ) as string,
    });
    expect(upwork.control.stats().requests.graphql).toBe(
      records.filter(({ access }) => access !== 'Unknown').length,
    );
  });

  it('works without any permission, and returns the state of the connection', async () => {
    const [first] = await check(upwork.sandbox.permissions);
    expect(first).toMatchObject({
      access: 'Missing',
      environment: 'Sandbox',
      organizationId: null,
      canBeRenewed: true,
    });
    const { requestsLeftToday } = first ?? {};
    expect(requestsLeftToday).toBeGreaterThan(39_000);
    expect(requestsLeftToday).toBeLessThanOrEqual(40_000 - 6);
  });

  it.each([
    ['set if n8n stores it', '1795219200000', '2026-11-21T00:00:00.000Z'],
    ['null if n8n does not store it', undefined, null],
  ])('returns the expiry of the token: %s', async (_what, stored, tokenExpiresAt) => {
    const oauthTokenData = {
      ...upwork.sandbox.issueTokens(),
      ...(stored !== undefined && { n8n_expires_at: stored }),
    };
    const { items } = await upwork.connected({ oauthTokenData }).run(account('checkAccess'));
    expect(items[0]?.json).toMatchObject({ tokenExpiresAt });
  });

  it('counts a permission as granted if Upwork returns any other error', async () => {
    upwork.control.addFault({
      at: 'graphql',
      kind: 'errors',
      operation: 'ProbeClientProposals',
      times: 1,
      errors: [{ message: 'Opening not found for uid=1' }],
    });
    const records = await check([]);
    expect(records.filter(({ access }) => access === 'Missing')).toEqual([]);
  });

  it("fails for an organization that can't even read the connected user", async () => {
    const run = upwork.connected().run(account('checkAccess', organization('999')));
    await expect(run).rejects.toThrow('The organization in use is none of yours');
  });

  it('does not mistake an outage of Upwork for a missing permission', async () => {
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 503, times: 1_000 });
    await expect(upwork.connected().run(account('checkAccess'))).rejects.toThrow(
      'Upwork is not available',
    );
  });
});
