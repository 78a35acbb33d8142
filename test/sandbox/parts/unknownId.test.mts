import { AS_CLIENT, at, sandboxForTests } from '../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

const NULL_IN_NON_NULL = /^Cannot return null for non-nullable type/;

const READS = [
  { read: 'marketplaceJobPosting(id: "1") { id }', likely: /^Opening not found/, nulls: null },
  { read: 'vendorProposal(id: "1") { id }', likely: null, nulls: null },
  { read: 'clientProposal(id: "1") { id }', likely: null, nulls: null, headers: AS_CLIENT },
  {
    read: 'jobPosting(jobPostingId: "1") { id }',
    likely: /^Opening not found/,
    nulls: NULL_IN_NON_NULL,
    headers: AS_CLIENT,
  },
  { read: 'room(id: "room_0") { id }', likely: /^Room not found/, nulls: NULL_IN_NON_NULL },
  {
    read: 'roomStory(roomId: "room_0", storyId: "1") { id }',
    likely: /^Room not found/,
    nulls: null,
  },
];

describe.each(READS)('$read', ({ read, likely, nulls, headers }) => {
  it.each([
    ['likely', likely],
    ['errors', /not found/],
    ['nulls', nulls],
  ] as const)('%s', async (unknownIds, message) => {
    const { client } = await start({ unknownIds });
    const { body } = await client.send(`{ found: ${read} }`, {}, headers);
    if (message === null) expect(body).toEqual({ data: { found: null } });
    else expect(at(body, 'errors', 0, 'message')).toMatch(message);
  });
});

it.each([
  ['likely', { data: { marketplaceJobPostingsContents: [] } }],
  ['nulls', { data: { marketplaceJobPostingsContents: [null] } }],
] as const)('contents of jobs, if unknown IDs are %s', async (unknownIds, expected) => {
  const { client } = await start({ unknownIds });
  const { body } = await client.send('{ marketplaceJobPostingsContents(ids: ["1"]) { id } }');
  expect(body).toEqual(expected);
});
