import { jsonObject, jsonObjects } from '../../n8n/json.mts';
import { idLocator } from '../../n8n/workflows.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import { askSandbox } from '../askSandbox.mts';
import { refused, type ResourceCases } from './operationCase.mts';
import { newGroup, readRoom, sendMessage, anotherPerson } from './rooms.mts';

const READ = `query Read($roomId: ID!, $storyId: ID!) {
  roomStory(roomId: $roomId, storyId: $storyId) { id message user { id } }
}`;

async function readMessage(sandbox: Sandbox, roomId: string, storyId: string): Promise<unknown> {
  return (await askSandbox(sandbox, READ, { roomId, storyId })).roomStory;
}

const NO_MESSAGE = refused('messageId', 'the last one', 'is not an ID: "the last one"');

export const messageCases: ResourceCases = {
  resource: 'message',
  cases: [
    {
      operation: 'send',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox);
        const message = 'Good morning 🦓\n\nThe second part is done.';
        return {
          parameters: { roomBy: 'room', roomId: idLocator(roomId), message },
          async check(output) {
            const { stories } = await readRoom(
              sandbox,
              roomId,
              'stories { edges { node { id message } } }',
            );
            const stored = jsonObjects(jsonObject(stories).edges).map(({ node }) => node);
            expect(output.map(({ id, text }) => ({ id, message: text }))).toEqual(stored);
            expect(stored).toMatchObject([{ message }]);
          },
        };
      },
      refused: refused('message', ' ', 'is empty'),
    },
    {
      operation: 'get',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox, [await anotherPerson(sandbox)]);
        const [message] = sandbox.control.addMessages({ roomId, message: 'Are you there?' });
        const messageId = message?.storyId ?? '';
        return {
          parameters: { roomId: idLocator(roomId), messageId },
          async check(output) {
            const stored = await readMessage(sandbox, roomId, messageId);
            const read = output.map(({ id, text, senderId }) => ({
              id,
              message: text,
              user: { id: senderId },
            }));
            expect(read).toEqual([stored]);
          },
        };
      },
      refused: NO_MESSAGE,
    },
    {
      operation: 'getAll',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox, [await anotherPerson(sandbox)]);
        const messages = ['One', 'Two', 'Three'].flatMap((message, index) =>
          sandbox.control.addMessages({ roomId, message, sentSecondsAgo: 30 - index }),
        );
        return {
          parameters: {
            roomBy: 'room',
            roomId: idLocator(roomId),
            returnAll: false,
            limit: 2,
            sort: 'createdAscending',
          },
          async check(output) {
            expect(await readRoom(sandbox, roomId, 'numUnread')).toEqual({ numUnread: 3 });
            const read = output.map(({ id, text }) => [id, text]);
            expect(read).toEqual(
              messages.slice(0, 2).map(({ storyId, message }) => [storyId, message]),
            );
          },
        };
      },
      refused: refused('limit', 0, 'must be 1 or more, not 0'),
    },
    {
      operation: 'update',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox);
        const messageId = await sendMessage(sandbox, roomId);
        const message = 'A second try';
        return {
          parameters: { roomId: idLocator(roomId), messageId, message },
          async check(output) {
            expect(output).toMatchObject([{ id: messageId, roomId, text: message }]);
            expect(await readMessage(sandbox, roomId, messageId)).toMatchObject({ message });
          },
        };
      },
      refused: refused(
        'message',
        'x'.repeat(10_241),
        'has 10241 characters, but Upwork accepts at most 10240',
      ),
    },
    {
      operation: 'delete',
      async prepare(sandbox) {
        const roomId = await newGroup(sandbox);
        const messageId = await sendMessage(sandbox, roomId);
        return {
          parameters: { roomId: idLocator(roomId), messageId },
          async check(output) {
            expect(output).toMatchObject([{ deleted: true }]);
            expect(await readMessage(sandbox, roomId, messageId)).toBeNull();
          },
        };
      },
      refused: NO_MESSAGE,
    },
  ],
};
