import type { NodeOperationError } from 'n8n-workflow';

import type { Parameters } from './parameters';
import type { RoomSubject } from './roomTarget';

interface NotFoundMessage {
  parameter: string;
  problem: string;
  whatToDo: string;
}

const CHECK = 'Check the ID and the organization that the node acts for.';

const MESSAGES: Record<RoomSubject, NotFoundMessage> = {
  contract: {
    parameter: 'contractId',
    problem: 'names a contract that has no room',
    whatToDo: `${CHECK} The room may be found by person, too.`,
  },
  offer: {
    parameter: 'offerId',
    problem: 'names an offer that has no room',
    whatToDo: `${CHECK} The room may be found by person, too.`,
  },
  person: {
    parameter: 'userId',
    problem: 'names somebody with whom you have no one-on-one room',
    whatToDo: 'Check both IDs. Room: Create opens the room, and so does Message: Send.',
  },
  proposal: {
    parameter: 'proposalId',
    problem: 'names a proposal that has no room, or none that you may see',
    whatToDo: `A freelancer can't open the room of a proposal: the client has to write first. ${CHECK}`,
  },
};

/** The error for a subject that has no room, with what Upwork said if it did. */
export function roomNotFound(
  parameters: Parameters,
  by: RoomSubject,
  upworkSays = '',
): NodeOperationError {
  const { parameter, problem, whatToDo } = MESSAGES[by];
  return parameters.invalid(parameter, problem, `${whatToDo} ${upworkSays}`.trim());
}
