import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { takeRecords } from '../api';
import { localTime } from '../records/dates';
import type { StoryNode } from '../records/message';
import { listMessages } from '../records/message.pages';
import { organizationListClient, requireRoom } from './listClient';
import { containing } from './listResult';

/** Upwork can't search messages by text, so this many are searched here. */
const NEWEST = 100;

/** How much of a text is shown. */
const BEGINNING = 60;

/** The newest messages of the room that is chosen in the node, or those of them that match the search text. */
export async function searchMessages(
  this: ILoadOptionsFunctions,
  search = '',
): Promise<INodeListSearchResult> {
  const period = { from: undefined, to: undefined };
  const pages = listMessages(organizationListClient(this), requireRoom(this), period);
  const newest = await takeRecords(pages, NEWEST, () => true);
  const matches = containing(search);
  return {
    results: newest
      .filter((story) => matches(`${senderOf(story)} ${textOf(story)}`))
      .map((story) => ({ name: nameOf(story, this.getTimezone()), value: story.id })),
  };
}

const senderOf = ({ user }: StoryNode): string => user?.name ?? 'Unknown';

/** On one line. */
const textOf = ({ message }: StoryNode): string => (message ?? '').replace(/\s+/g, ' ').trim();

function nameOf(story: StoryNode, timezone: string): string {
  const { createdDateTime } = story;
  const sender = [senderOf(story), createdDateTime && localTime(createdDateTime, timezone)];
  const characters = Array.from(textOf(story) || 'no text');
  const beginning = characters.slice(0, BEGINNING).join('');
  const end = characters.length > BEGINNING ? '…' : '';
  return `${sender.filter(Boolean).join(', ')}: ${beginning}${end}`;
}
