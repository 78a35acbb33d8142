import type { INodeProperties } from 'n8n-workflow';

import { Upwork } from '../../../nodes/Upwork/Upwork.node.ts';
import { UpworkTrigger } from '../../../nodes/Upwork/UpworkTrigger.node.ts';

/** What decides what the lists contain, by list. All others are the same for every organization. */
const DEPENDS_ON: Record<string, string[]> = {
  searchClientProposals: ['organization', 'jobPostingId.value'],
  searchContracts: ['organization'],
  searchJobPostings: ['organization'],
  searchMessages: ['organization', 'roomId.value'],
  searchOffers: ['organization'],
  searchParticipants: ['organization', 'roomId.value'],
  searchPeople: ['organization'],
  searchProposals: ['organization'],
  searchRooms: ['organization'],
};

const ORGANIZATION = ['organizationId.value', 'options.organizationId.value'];

interface Nested {
  options?: Nested[];
  values?: Nested[];
}

const withNested = (field: Nested): Nested[] => [
  field,
  ...[...(field.options ?? []), ...(field.values ?? [])].flatMap(withNested),
];

const { properties } = new Upwork().description;

const locators = [...properties, ...new UpworkTrigger().description.properties]
  .flatMap((field) => withNested(field as Nested) as INodeProperties[])
  .filter(({ type }) => type === 'resourceLocator');

const listsOf = ({ modes = [] }: INodeProperties) => modes.filter(({ type }) => type === 'list');

describe('resource locators', () => {
  it('name in their lists what to select', () => {
    const placeholders = locators
      .filter(({ name }) => name !== 'organizationId')
      .flatMap(listsOf)
      .map(({ placeholder }) => placeholder);
    expect(new Set(placeholders)).toContain('Select an occupation…');
    for (const text of placeholders) expect(text).toMatch(/^Select an? [a-z]+( [a-z]+)*…$/);
  });

  it('start with their list, if they have one', () => {
    const withLists = locators.filter((locator) => listsOf(locator).length > 0);
    expect(withLists.length).toBeGreaterThan(20);
    for (const { modes, default: initial } of withLists) {
      expect(modes?.[0]).toMatchObject({ displayName: 'From List', type: 'list' });
      expect(initial).toMatchObject({ mode: 'list' });
    }
  });

  it('have lists that exist, and every list is used', () => {
    const used = locators
      .flatMap(listsOf)
      .map(({ typeOptions }) => typeOptions?.searchListMethod ?? '');
    expect([...new Set(used)].sort()).toEqual(Object.keys(new Upwork().methods.listSearch).sort());
  });

  it('offer lists for what has one on Upwork', () => {
    const lists = Object.fromEntries(
      locators.map((locator) => [
        locator.name,
        listsOf(locator).map(({ typeOptions }) => typeOptions?.searchListMethod),
      ]),
    );
    const expected = {
      contractId: ['searchContracts'],
      messageId: ['searchMessages'],
      occupationId: ['searchOccupations'],
      offerId: ['searchOffers'],
      personId: [expect.stringMatching(/^search(People|Participants)$/) as string],
    };
    expect(lists).toMatchObject(expected);
    const texts = properties
      .flatMap((field) => withNested(field as Nested) as INodeProperties[])
      .filter(({ type }) => type === 'string')
      .map(({ name }) => name);
    for (const name of Object.keys(expected)) expect(texts).not.toContain(name);
  });

  it('are emptied when what their list depends on changes', () => {
    for (const locator of locators) {
      for (const { typeOptions } of listsOf(locator)) {
        const expected = DEPENDS_ON[typeOptions?.searchListMethod ?? '']?.flatMap((path) =>
          path === 'organization' ? ORGANIZATION : path,
        );
        expect([locator.name, locator.typeOptions?.loadOptionsDependsOn]).toEqual([
          locator.name,
          expected,
        ]);
      }
    }
  });
});
