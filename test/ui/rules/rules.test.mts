import type { Kind, UiText } from '../texts.mts';
import { sentenceCase, titleCase } from './case.mts';
import { rules } from './index.mts';
import { getMany, namesResource, notRepeated } from './operations.mts';
import { type Rule, violations } from './rule.mts';
import { doubled, examples, fieldNames, listPlaceholders, periods, whether } from './sentences.mts';
import { codeNames } from './words.mts';

interface Example {
  rule: Rule;
  kind: Kind;
  good: string[];
  bad: string[];
}

const EXAMPLES: Example[] = [
  {
    rule: titleCase,
    kind: 'label',
    good: [
      'Search Query',
      'Mark as Read',
      'Other Fields (JSON)',
      'n8n Version',
      '1 or More',
      'One-on-One',
    ],
    bad: ['Search query', 'add Filter', 'By cursor'],
  },
  {
    rule: sentenceCase,
    kind: 'tooltip',
    good: ['How the client pays', 'The ID of the API', 'URL of the job'],
    bad: ['how the client pays', 'How The Client Pays'],
  },
  {
    rule: periods,
    kind: 'tooltip',
    good: ['How it pays', 'It pays. Then it ends.', 'A word, e.g. n8n', 'Is it paid? See below.'],
    bad: ['How it pays.', 'It pays. Then it ends', 'A word, e.g. n8n.'],
  },
  {
    rule: whether,
    kind: 'switch tooltip',
    good: ['Whether to return all results'],
    bad: ['Returns all results', 'whether to return all'],
  },
  { rule: examples, kind: 'placeholder', good: ['e.g. n8n'], bad: ['n8n', 'E.g. n8n', 'eg n8n'] },
  {
    rule: listPlaceholders,
    kind: 'list placeholder',
    good: ['Select a job…', "The credential's organization"],
    bad: ['Select…', 'Choose...'],
  },
  {
    rule: fieldNames,
    kind: 'hint',
    good: ["Needs 'Job Type'", 'Needs "other words"'],
    bad: ['Needs "Job Type"'],
  },
  { rule: doubled, kind: 'hint', good: ['It is that'], bad: ['It is is that', 'The  job'] },
  {
    rule: codeNames,
    kind: 'tooltip',
    good: ['Your GitHub page', 'JavaScript for n8n', 'See https://a.b/jobTitle_x', 'The ID or URL'],
    bad: [
      'The jobId',
      'One of FIXED_PRICE',
      'The job_id',
      'A mutation',
      'Its uid',
      'The GraphQL type',
    ],
  },
  { rule: getMany, kind: 'operation', good: ['Get Many'], bad: ['Get All', 'List Jobs'] },
  { rule: notRepeated, kind: 'operation', good: ['Get', 'Search'], bad: ['Get Job'] },
  {
    rule: namesResource,
    kind: 'action',
    good: ['Get many jobs', 'Get a job posting', 'Archive it'],
    bad: ['Get a posting', 'Delete one'],
  },
];

const LABEL: UiText = {
  place: 'Job: Get',
  field: '',

  kind: 'label',
  text: 'Job Type',
};

const broken = (rule: Rule, kind: Kind, text: string): string[] =>
  violations(rule, [{ place: 'Job: Get', field: 'Job', kind, text }, LABEL]);

describe.each(EXAMPLES)('$rule.name', ({ rule, kind, good, bad }) => {
  test.each(good)('allows "%s"', (text) => {
    expect(broken(rule, kind, text)).toEqual([]);
  });

  test.each(bad)('refuses "%s", and names the field', (text) => {
    expect(broken(rule, kind, text)).toEqual([
      expect.stringContaining(`Job: Get, 'Job', ${kind} "${text}": `),
    ]);
  });
});

test('a text that breaks a rule in several places is reported once', () => {
  const text = { ...LABEL, text: 'job type' };
  expect(violations(titleCase, [text, { ...text, place: 'Job: Search' }])).toEqual([
    'Job: Get and 1 more, \'\', label "job type": "job" needs a capital letter',
  ]);
});

test('every rule has examples', () => {
  const tried = EXAMPLES.map(({ rule }) => rule);
  expect(rules.filter((rule) => !tried.includes(rule))).toEqual([]);
});
