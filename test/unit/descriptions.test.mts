import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { Upwork } from '../../nodes/Upwork/Upwork.node.ts';
import { UpworkTrigger } from '../../nodes/Upwork/UpworkTrigger.node.ts';
import { resources } from '../../nodes/Upwork/resources.ts';
import { events } from '../../nodes/Upwork/triggers/index.ts';

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** A field, the group of a fixed collection or a choice, with its place. */
interface Described {
  where: string;
  entry: Entry;
}

const describeAll = (entries: readonly Entry[], prefix: string): Described[] =>
  entries.flatMap((entry) => {
    const { show = {} } = ('displayOptions' in entry && entry.displayOptions) || {};
    const form = JSON.stringify([show.resource, show.operation]);
    const where = `${prefix}${form}.${entry.name}`;
    const children = 'values' in entry ? entry.values : ('options' in entry && entry.options) || [];
    return [{ where, entry }, ...describeAll(children, `${where}/`)];
  });

const all = [new Upwork(), new UpworkTrigger()].flatMap(({ description: { name, properties } }) =>
  describeAll(
    properties.filter((field) => field.name !== 'operation'),
    `${name}:`,
  ),
);

const isField = (entry: Entry): entry is INodeProperties => 'type' in entry;
const description = (entry: Entry): string | undefined =>
  'description' in entry ? entry.description : undefined;
const label = (entry: Entry): string => ('displayName' in entry ? entry.displayName : entry.name);

/** The places whose text breaks a rule, with the text. */
const breaking = (
  textOf: (entry: Entry) => string | undefined,
  isRight: (text: string, entry: Entry) => boolean,
): string[] =>
  all.flatMap(({ where, entry }) => {
    const text = textOf(entry);
    return text === undefined || text === '' || isRight(text, entry) ? [] : [`${where}: ${text}`];
  });

/** The words that Title Case leaves in lower case. */
const SMALL = /^(a|an|and|as|at|by|for|from|in|of|on|or|per|the|to|with)$/;

/** Names that users meet elsewhere. */
const KNOWN_NAMES = ['n8n', 'oDeskUserID'];
/** What is shown as code. */
const CODE = /<code>.*?<\/code>|pageInfo \{.*?\}/g;

describe('the texts of the nodes', () => {
  it('name fields and choices in Title Case', () => {
    const isTitle = (text: string): boolean =>
      text
        .split(/[\s/-]+/)
        .every((word, index) => (index > 0 && SMALL.test(word)) || !/^[a-z]/.test(word));
    const titles = (entry: Entry) =>
      isField(entry) && entry.type === 'notice' ? undefined : label(entry);
    expect(breaking(titles, isTitle)).toEqual([]);
  });

  it('end in a period only if they have several sentences', () => {
    const isRight = (text: string): boolean => /[.?] [A-Z"]/.test(text) === text.endsWith('.');
    const texts = (entry: Entry) =>
      isField(entry) && entry.type === 'notice' ? entry.displayName : description(entry);
    expect(breaking(texts, isRight)).toEqual([]);
  });

  it('say what a switch decides', () => {
    const switches = (entry: Entry) =>
      isField(entry) && entry.type === 'boolean' ? (description(entry) ?? 'nothing') : undefined;
    expect(breaking(switches, (text) => text.startsWith('Whether '))).toEqual([]);
  });

  it('give an example, or say what to add or select', () => {
    const placeholders = (entry: Entry) => (isField(entry) ? entry.placeholder : undefined);
    const isRight = (text: string, entry: Entry): boolean =>
      isField(entry) && /ollection$/.test(entry.type)
        ? /^Add [A-Z]/.test(text)
        : text.startsWith('e.g. ');
    expect(breaking(placeholders, isRight)).toEqual([]);
  });

  it("hold no names of the code or of Upwork's API, unless they have to be typed", () => {
    const texts = (entry: Entry) =>
      isField(entry) && entry.type === 'json'
        ? undefined
        : `${label(entry)} ${description(entry) ?? ''}`;
    const namesIn = (text: string) =>
      (text.replace(CODE, '').match(/\b[a-z]+[A-Z0-9]\w*|\b[A-Z]+_[A-Z_]+\b/g) ?? []).filter(
        (word) => !KNOWN_NAMES.includes(word),
      );
    expect(breaking(texts, (text) => namesIn(text).length === 0)).toEqual([]);
  });
});

/** The names of the fields that each operation and event shows, in their order. */
const FORMS: [string, string[]][] = [
  ...resources.flatMap(({ value: resource, operations }) =>
    operations.map(({ value: operation }): [string, string[]] => [
      `${resource}:${operation}`,
      new Upwork().description.properties
        .filter(({ displayOptions: { show = {}, hide = {} } = {} }) =>
          [
            show.resource?.includes(resource) ?? true,
            show.operation?.includes(operation) ?? true,
            !(hide.resource?.includes(resource) ?? false),
          ].every(Boolean),
        )
        .map(({ name }) => name),
    ]),
  ),
  ...events.map(({ value }): [string, string[]] => [
    `trigger:${value}`,
    new UpworkTrigger().description.properties
      .filter(({ displayOptions: { show = {} } = {} }) => show.event?.includes(value) ?? true)
      .map(({ name }) => name),
  ]),
];

/** In this order, whatever stands in between. */
const ORDER = [
  'returnAll',
  'limit',
  'sort',
  'simplify',
  'filters',
  'additionalFields',
  'updateFields',
  'options',
];

describe('the form of', () => {
  it.each(FORMS)('%s has its fields in the usual order', (_form, names) => {
    const known = names.filter((name) => ORDER.includes(name));
    expect(known).toEqual(ORDER.filter((name) => known.includes(name)));
    expect(names).not.toContain('sortOrder');
    expect(names.includes('options') ? names.at(-1) : 'options').toBe('options');
  });

  it.each(
    resources.flatMap(({ value, side, operations }) =>
      operations.map(
        (operation) =>
          [
            `${value}:${operation.value}`,
            side === 'client',
            operation.changes !== undefined,
          ] as const,
      ),
    ),
  )('%s asks for the organization once', (form, isClients, isWrite) => {
    const fields = new Upwork().description.properties.filter(
      ({ name, displayOptions }) =>
        (name === 'options' || name === 'organizationId') &&
        displayOptions?.show?.resource?.includes(form.split(':')[0] ?? '') &&
        (displayOptions.show.operation?.includes(form.split(':')[1] ?? '') ?? true),
    );
    const options = fields.find(({ name }) => name === 'options')?.options?.map(({ name }) => name);
    expect(fields.some(({ name }) => name === 'organizationId')).toBe(isClients);
    expect(options ?? []).toEqual([
      ...(isWrite ? [] : ['failOnBlockedFields']),
      ...(isClients ? [] : ['organizationId']),
    ]);
  });

  it('every range of a filter asks for the minimum first', () => {
    const labels = all
      .filter(({ entry }) => entry.name === 'filters')
      .map(({ entry }) => (('options' in entry && entry.options) || []).map(label));
    expect(labels).toContainEqual(expect.arrayContaining(['Budget Maximum']));
    for (const names of labels) {
      names.forEach((name, index) => {
        if (name.endsWith(' Maximum')) expect(names[index - 1]).toBe(name.replace(/Max/, 'Min'));
      });
    }
  });
});
