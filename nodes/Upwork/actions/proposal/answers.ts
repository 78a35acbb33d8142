import type { INodeProperties } from 'n8n-workflow';

import { isObject } from '../../api';
import type { Parameters } from '../../fields/parameters';

const FORMS = ['fields', 'json'] as const;

/** The answers to the questions that a job posting asks. */
export const answerFields: INodeProperties[] = [
  {
    displayName: 'Specify Answers',
    name: 'specifyAnswers',
    type: 'options',
    options: [
      { name: 'Using Fields Below', value: 'fields' },
      { name: 'Using JSON', value: 'json' },
    ],
    default: 'fields',
    description:
      "How to enter the answers to the job's screening questions. Job: Get tells what they are.",
  },
  {
    displayName: 'Answers',
    name: 'answers',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    displayOptions: { show: { specifyAnswers: ['fields'] } },
    placeholder: 'Add Answer',
    default: {},
    options: [
      {
        displayName: 'Answer',
        name: 'answer',
        values: [
          {
            displayName: 'Question',
            name: 'question',
            type: 'string',
            default: '',
            placeholder: 'e.g. 1',
            description:
              'The text of the question or its number. Leave empty if the answers are in the order of the questions.',
          },
          {
            displayName: 'Answer',
            name: 'answer',
            type: 'string',
            typeOptions: { rows: 3 },
            default: '',
          },
        ],
      },
    ],
  },
  {
    displayName: 'Answers',
    name: 'answersJson',
    type: 'json',
    displayOptions: { show: { specifyAnswers: ['json'] } },
    default: '[]',
    description:
      'The answers in the order of the questions, as a list of texts, or a list of objects with "question" and "answer"',
  },
];

export interface Answer {
  question: string;
  answer: string;
}

/** An answer as it was entered. */
interface EnteredAnswer {
  /** The question's text or number; undefined for the one in the same place. */
  question: string | undefined;
  answer: string;
}

/** One answer for each of the questions, in their words and order. */
export function readAnswers(parameters: Parameters, questions: readonly string[]): Answer[] {
  const isJson = parameters.option('specifyAnswers', FORMS) === 'json';
  const name = isJson ? 'answersJson' : 'answers';
  const given = isJson ? entriesFromJson(parameters) : parameters.collection('answers.answer');
  const answers = new Map<string, string>();
  for (const [place, entry] of given.entries()) {
    const { question: meant, answer } = readEntry(parameters, name, entry);
    const question = findQuestion(meant, place, questions);
    if (question === undefined) {
      throw parameters.invalid(
        name,
        `answers ${meant === undefined ? `a question ${place + 1}` : `"${meant}"`}, which the job does not ask`,
        listQuestions(questions),
      );
    }
    if (answers.has(question)) throw parameters.invalid(name, `answers "${question}" twice`);
    answers.set(question, answer);
  }
  return questions.map((question) => {
    const answer = answers.get(question);
    if (answer !== undefined) return { question, answer };
    throw parameters.invalid(name, `lacks an answer to "${question}"`, listQuestions(questions));
  });
}

function entriesFromJson(parameters: Parameters): unknown[] {
  const given = parameters.json('answersJson') ?? [];
  if (Array.isArray(given)) return given;
  throw parameters.invalid('answersJson', 'must be a list');
}

function readEntry(parameters: Parameters, name: string, entry: unknown): EnteredAnswer {
  const { question, answer } = isObject(entry) ? entry : { question: undefined, answer: entry };
  if (typeof answer !== 'string' || answer.trim() === '') {
    throw parameters.invalid(name, 'has an answer that is empty or no text');
  }
  const meant = typeof question === 'number' ? String(question) : (question ?? '');
  if (typeof meant === 'string') return { question: meant.trim() || undefined, answer };
  throw parameters.invalid(name, 'has a question that is neither a text nor a number');
}

/** By its text, else by its number, else by the place of the answer. */
function findQuestion(
  meant: string | undefined,
  place: number,
  questions: readonly string[],
): string | undefined {
  if (meant === undefined) return questions[place];
  const byText = questions.find((question) => normalized(question) === normalized(meant));
  return byText ?? (/^\d+$/.test(meant) ? questions[Number(meant) - 1] : undefined);
}

/** Without what is lost when a text is copied or told by an AI. */
const normalized = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

function listQuestions(questions: readonly string[]): string {
  const list = questions.map((question, place) => `${place + 1}. ${question}`).join(' ');
  return list ? `The job asks: ${list}` : 'The job asks nothing.';
}
