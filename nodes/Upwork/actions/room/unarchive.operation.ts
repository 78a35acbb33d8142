import { readRoomId, roomLocatorField } from '../../fields/locators/room';
import { toRoomSummary } from '../../records/room';
import type { Operation } from '../operation';
import { updateDocument } from './update.operation';

/** Upwork: nothing in the API unhides a room. */
export const unarchive: Operation = {
  value: 'unarchive',
  name: 'Unarchive',
  action: 'Unarchive a room',
  description: 'Open an archived room again; a hidden room stays hidden',
  output: 'roomSummary',
  permissions: ['Messaging – Read and Write'],
  changes: 'whenAllowed',
  fields: [roomLocatorField],

  async execute(client, parameters) {
    const { updateRoomV2 } = await client.send(updateDocument, {
      input: { roomId: readRoomId(parameters), readOnly: false },
    });
    return [{ ...toRoomSummary(updateRoomV2) }];
  },
};
