import type { INodeParameters } from 'n8n-workflow';

import { clientProposal, jobPosting } from '../clientSide.mts';
import { message, room } from '../messaging.mts';
import { FIXED, postJobs, proposal, submit, text } from '../proposals.mts';
import { expectRefused, job, ROUNDED, TOO_LARGE } from '../refusedInput.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

describe('a text with two IDs', () => {
  const url = (id: string) => `https://www.upwork.com/jobs/~02${id}`;
  const roomUrl = (id: string) => `https://www.upwork.com/ab/messages/rooms/${id}`;
  const target = (proposalId: string) => ({ jobPostingId: '1', proposalId });

  it.each<[string, INodeParameters, string]>([
    ['two rooms', room('delete', { roomId: 'room_A room_B' }), "'Room' names more than one"],
    [
      "two rooms' URLs",
      room('delete', { roomId: `${roomUrl('room_A')}\n${roomUrl('room_B')}` }),
      "'Room' names more than one",
    ],
    [
      'a message in two rooms',
      message('delete', { roomId: 'room_A,room_B', messageId: 'story_A' }),
      "'Room' names more than one",
    ],
    [
      'two messages',
      message('delete', { roomId: 'room_A', messageId: 'story_A story_B' }),
      "'Message' is not an ID",
    ],
    ['two ciphertexts', job('get', { jobId: '~021,~022' }), "'Job' names more than one"],
    [
      "two jobs' URLs",
      job('get', { jobId: `${url('1')} ${url('2')}` }),
      "'Job' names more than one",
    ],
    ['an ID and a URL', job('get', { jobId: `1, ${url('2')}` }), "'Job' names more than one"],
    ['two numbers', job('get', { jobId: '1 2' }), "'Job' is not a job's ID or URL"],
    [
      'two job postings',
      jobPosting('update', { jobPostingId: '~021 ~022', updateFields: { title: 'A' } }),
      "'Job Posting' names more than one",
    ],
    [
      'two own proposals',
      proposal('get', { proposalId: '/proposals/1 /proposals/2' }),
      "'Proposal' names more than one",
    ],
    [
      'two received proposals',
      clientProposal('decline', target('1 2')),
      "'Proposal' is not a proposal's ID",
    ],
    [
      'two jobs in an entry',
      proposal('getAll', { filters: { jobIds: ['~021 ~022'] } }),
      "'Jobs' has an entry that is not a job's ID or URL",
    ],
  ])('is refused: %s', async (_, parameters, problem) => {
    await expect(upwork.connected().run(parameters)).rejects.toThrow(
      new RegExp(`${problem}: .* \\[item 0\\]$`),
    );
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it('is not refused if it is a URL with the same ID twice', async () => {
    const n8n = upwork.connected();
    const [found] = (await n8n.run(job('search', { limit: 1 }))).items;
    const id = text(found?.json.id);
    const search = 'https://www.upwork.com/nx/search/jobs/details';
    const jobId = `${search}/~02${id}?category2_uid=1,2&referrer_url_path=/jobs/~02${id}`;
    const { items } = await n8n.run(job('get', { jobId }));
    expect(items[0]?.json.id).toBe(id);
  });

  it('is not guessed from an ID with extra characters', async () => {
    await expectRefused(
      upwork,
      job('get', { jobId: '~0212x' }),
      "'Job' is not a job's ID or URL: \"~0212x\"",
    );
    await expectRefused(
      upwork,
      job('get', { jobId: '1'.repeat(65) }),
      `'Job' is not a job's ID or URL: "${'1'.repeat(64)}…"`,
    );
  });
});

describe("a field for one of Upwork's IDs", () => {
  const filters = (name: string, value: string) => ({ filters: { [name]: value } });
  const target = { jobPostingId: '1', proposalId: '2' };

  it.each<[string, (value: string) => INodeParameters]>([
    ['Room: Get Many', (value) => room('getAll', filters('referenceId', value))],
    ['Room: Get', (value) => room('get', { roomBy: 'contract', contractId: value })],
    ['Proposal: Get Many', (value) => proposal('getAll', filters('freelancerId', value))],
    [
      'Received Proposal: Get Many',
      (value) => clientProposal('getAll', { jobPostingId: '1', ...filters('occupationId', value) }),
    ],
    ['Received Proposal: Hide', (value) => clientProposal('hide', { ...target, reason: value })],
    [
      'Received Proposal: Decline',
      (value) => clientProposal('decline', { ...target, reason: value }),
    ],
    ['Job Posting: Get Many', (value) => jobPosting('getAll', filters('categoryId', value))],
    [
      'Job Posting: Create',
      (value) =>
        jobPosting('create', {
          title: 'A',
          description: 'B',
          additionalFields: { subcategoryId: value },
        }),
    ],
    [
      'Job Posting: Create, skills',
      (value) =>
        jobPosting('create', {
          title: 'A',
          description: 'B',
          skillsFromList: { skill: [{ skillId: value }] },
        }),
    ],
    [
      'Job Posting: Create, occupation',
      (value) => jobPosting('create', { title: 'A', description: 'B', occupationId: value }),
    ],
    ['Job Posting: Close', (value) => jobPosting('close', { jobPostingId: '1', reason: value })],
  ])('accepts nothing else: %s', async (_, parameters) => {
    await expectRefused(upwork, parameters('1 2'), 'is not an ID: "1 2"');
    await expectRefused(upwork, parameters(ROUNDED), TOO_LARGE);
  });

  it.each<[string, INodeParameters, string]>([
    ['Room', room('delete', { roomId: ROUNDED }), "'Room' "],
    ['Job', job('get', { jobId: ROUNDED }), "'Job' "],
    ['Proposal', proposal('get', { proposalId: ROUNDED }), "'Proposal' "],
    [
      'Jobs',
      proposal('getAll', { filters: { jobIds: '={{ ["1", 1234567890123456800] }}' } }),
      "'Jobs' ",
    ],
    [
      'Posted by IDs',
      jobPosting('getAll', { filters: { personIds: ROUNDED } }),
      "'Posted by IDs' ",
    ],
  ])('accepts no rounded number: %s', async (_, parameters, label) => {
    await expectRefused(upwork, parameters, label + TOO_LARGE);
  });

  it.each<[string, INodeParameters]>([
    ['a list', { variableValues: { variable: [{ name: 'ids', value: '[1234567890123456789]' }] } }],
    ['a number', { variableValues: { variable: [{ name: 'ids', value: ROUNDED }] } }],
    ['JSON', { specifyVariables: 'json', variablesJson: '{"ids": [1234567890123456789]}' }],
  ])('accepts no rounded number as a GraphQL variable: %s', async (_, variables) => {
    const query = 'query Q($ids: [ID!]!) { jobs(ids: $ids) { id } }';
    const run = upwork
      .connected()
      .run({ resource: 'graphql', operation: 'execute', query, ...variables });
    await expect(run).rejects.toThrow(/ a number too large to be exact \[item 0\]$/);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });

  it('accepts a small number', async () => {
    const parameters = proposal('getAll', { filters: { jobIds: '={{ 5 }}' } });
    expect((await upwork.connected().run(parameters)).items).toEqual([]);
    expect(upwork.control.stats().requests.graphql).toBeGreaterThan(0);
  });

  it('accepts only IDs in a list', async () => {
    await expectRefused(
      upwork,
      jobPosting('getAll', { filters: { teamIds: ['1', 'a team'] } }),
      '\'Team IDs\' has an entry that is not an ID: "a team"',
    );
  });
});

describe('a proposal to submit', () => {
  it.each<[string, INodeParameters[string], string]>([
    ['agencyOrgId', '1 2', '\'Agency ID\' is not an ID: "1 2"'],
    ['attachments', '1, a file', '\'Attachment IDs\' has an entry that is not an ID: "a file"'],
    ['boost', 2_147_483_648, "'Boost (Connects)' must be 2147483647 or less (it is 2147483648)"],
    ['freelancerId', ROUNDED, `'Freelancer ID' ${TOO_LARGE}`],
    ['estimatedDuration', 'a month', '\'Estimated Duration\' is not an ID: "a month"'],
    ['occupationId', '1,2', '\'Occupation\' is not an ID: "1,2"'],
    ['teamOrgId', '😀', '\'Team ID\' is not an ID: "😀"'],
  ])('is refused with an invalid %s', async (name, value, problem) => {
    const [jobId = ''] = postJobs(upwork, FIXED);
    const before = upwork.control.submittedProposals().count;
    const run = upwork.connected().run(submit(jobId, { additionalFields: { [name]: value } }));
    await expect(run).rejects.toThrow(`${problem} [item 0]`);
    expect(upwork.control.submittedProposals().count).toBe(before);
    expect(upwork.control.stats().executed).not.toHaveProperty('Mutation.createJobProposal');
  });
});
