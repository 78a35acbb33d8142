import type { INodeParameters } from 'n8n-workflow';

import { isOpenInterview, message, room, roomIdThat } from '../../messaging.mts';
import { running, triggering } from '../errorCase.mts';
import type { ErrorSection } from '../errorCase.mts';

const UNKNOWN_ROOM = { roomId: 'room_x' };
const PERSON = { personId: '1/1' };

const user = (changes: INodeParameters) => ({
  users: { user: [{ personId: '1/1', role: 'participant', ...changes }] },
});

const watching = (roomIds: string[]): INodeParameters => ({
  event: 'newMessage',
  rooms: { room: roomIds.map((roomId) => ({ roomId })) },
});

export const messagingSections: ErrorSection[] = [
  {
    title: 'Message: Send',
    cases: [
      running('No text', message('send', { ...UNKNOWN_ROOM, message: ' ' })),
      running(
        'A text that is too long',
        message('send', { ...UNKNOWN_ROOM, message: 'a'.repeat(10_241) }),
      ),
      running('No room', message('send', { message: 'Hello' })),
      running('Text that is no ID', message('send', { roomId: 'the lobby', message: 'Hello' })),
      running('An unknown room', message('send', { ...UNKNOWN_ROOM, message: 'Hello' })),
      running(
        'A proposal without a room',
        message('send', { roomBy: 'proposal', proposalId: '1', message: 'Hello' }),
      ),
      running('A permission is missing', message('send', { ...UNKNOWN_ROOM, message: 'Hello' }), {
        missing: 'Messaging – Read and Write',
      }),
      running('An AI agent that must not', message('send', { ...UNKNOWN_ROOM, message: 'Hello' }), {
        asTool: true,
      }),
    ],
  },
  {
    title: 'Message: Get',
    cases: [
      running('No message', message('get', UNKNOWN_ROOM)),
      running('An unknown room', message('get', { ...UNKNOWN_ROOM, messageId: 'story_x' })),
      {
        mistake: 'An unknown message',
        async provoke(_upwork, n8n) {
          const roomId = await roomIdThat(n8n, isOpenInterview);
          await n8n.run(message('get', { roomId, messageId: 'story_x' }));
        },
      },
    ],
  },
  {
    title: 'Message: Get Many',
    cases: [
      running(
        'A period that ends before it begins',
        message('getAll', {
          ...UNKNOWN_ROOM,
          filters: { sentAfter: '2026-02-01T00:00:00Z', sentBefore: '2026-01-01T00:00:00Z' },
        }),
      ),
      running(
        'A time that is no time',
        message('getAll', { ...UNKNOWN_ROOM, filters: { sentAfter: 'soon' } }),
      ),
    ],
  },
  {
    title: 'Room: Get',
    cases: [
      running('An unknown room', room('get', UNKNOWN_ROOM)),
      running('A contract without a room', room('get', { roomBy: 'contract', contractId: '1' })),
      running('An offer without a room', room('get', { roomBy: 'offer', offerId: '1' })),
      running('A person without a room', room('get', { roomBy: 'person', ...PERSON })),
    ],
  },
  {
    title: 'Room: Get Many',
    cases: [
      running(
        'Unread rooms since a time',
        room('getAll', { filters: { unreadOnly: true, activeSince: '2026-01-01T00:00:00Z' } }),
      ),
      running(
        'Favorites too, without a time',
        room('getAll', { filters: { includeFavorites: true } }),
      ),
    ],
  },
  {
    title: 'Room: Create',
    cases: [
      running('No name', room('create', { roomName: ' ' })),
      running('A second owner', room('create', { roomName: 'Team', ...user({ role: 'owner' }) })),
      running('An unknown person', room('create', { roomName: 'Team', ...user({}) })),
    ],
  },
  {
    title: 'Room: Update',
    cases: [running('Nothing to change', room('update', UNKNOWN_ROOM))],
  },
  {
    title: 'Room: Add Users',
    cases: [
      running('Nobody', room('addUsers', UNKNOWN_ROOM)),
      running('An unknown role', room('addUsers', { ...UNKNOWN_ROOM, ...user({ role: 'king' }) })),
    ],
  },
  {
    title: 'Room: Archive',
    cases: [running('An unknown room', room('archive', UNKNOWN_ROOM))],
  },
  {
    title: 'Trigger: New Message',
    cases: [
      triggering('Text that is no room', watching(['the lobby'])),
      triggering('An unknown room', watching(['room_x'])),
      triggering('Too many rooms', watching(Array.from({ length: 51 }, (_, n) => `room_${n}`))),
    ],
  },
];
