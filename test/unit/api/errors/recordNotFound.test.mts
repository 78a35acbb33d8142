import type { ApiFailure } from '../../../../nodes/Upwork/api/errors/failure.ts';
import { nameTheRecord } from '../../../../nodes/Upwork/api/errors/recordNotFound.ts';

const failure = (details: string): ApiFailure => ({
  kind: 'notFound',
  message: "Upwork can't find this record",
  description: 'Check the ID.',
  details,
  retryable: false,
  notExecuted: true,
});

const root = (name: string) => [{ name }];
const MESSAGE = { input: { roomId: 'room_1', storyId: 'story_1', message: 'Job 12' } };

// Upwork: how it words "not found" is known for jobs only.
describe('a record that Upwork does not have', () => {
  it.each<[string, string, object, string, string]>([
    ['its ID', 'Nothing found for id=story_1', MESSAGE, 'updateRoomStoryV2', 'message'],
    ['its ID', 'Nothing found for id=room_1', MESSAGE, 'updateRoomStoryV2', 'room'],
    ['its kind', 'Story not found', MESSAGE, 'updateRoomStoryV2', 'message'],
    ['its kind', 'Room not found', MESSAGE, 'updateRoomStoryV2', 'room'],
    ['nothing', 'Not found', { id: '1' }, 'marketplaceJobPosting', 'job'],
    ['nothing', 'Not found', { id: '1' }, 'jobPosting', 'job posting'],
    ['nothing', 'Not found', { id: '1' }, 'vendorProposal', 'proposal'],
    ['nothing', 'Not found', { id: '1' }, 'contractRoom', 'contract'],
    ['nothing', 'Not found', { id: '1' }, 'offerRoom', 'offer'],
    ['nothing', 'Not found', { filter: { roomId_eq: 'room_1' } }, 'roomStories', 'room'],
  ])('is named if Upwork names %s: %s', (_named, details, variables, field, record) => {
    const { message, description } = nameTheRecord(failure(details), root(field), variables);
    expect(message).toMatch(new RegExp(`^Upwork has no ${record} with the ID (1|room_1|story_1)$`));
    expect(description).not.toBe('Check the ID.');
  });

  it('is not mistaken for an ID that only begins like the one that Upwork names', () => {
    const variables = { request: { jobPostingId: '1', proposalId: '12' } };
    expect(nameTheRecord(failure('Nothing found for id=12'), root('x'), variables).message).toBe(
      'Upwork has no proposal with the ID 12',
    );
  });

  it('has no name if there are several IDs, and Upwork names none of them', () => {
    const whole = failure('Not found');
    expect(nameTheRecord(whole, root('updateRoomStoryV2'), MESSAGE)).toEqual(whole);
  });
});
