import type { INodeProperties } from 'n8n-workflow';

import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { isObject } from '../../objects';

const SPECIFY_ANSWERS: Choice<'fields' | 'json'>[] = [
  { name: 'Using Fields Below', value: 'fields' },
  { name: 'Using JSON', value: 'json' },
];

/** The answers to the screening questions of a job. */
export const answerFields: INodeProperties[] = [
  {
    displayName: 'Specify Answers',
    name: 'specifyAnswers',
    type: 'options',
    options: SPECIFY_ANSWERS,
    default: 'fields',
    description:
      "How to enter the answers to the job's screening questions. Job: Get returns the questions.",
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
              'Text or number of the question. Leave empty if the answers are in the order of the questions.',
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
      'Answers in the order of the questions: a list of texts, or of objects with "question" and "answer"',
  },
];

export interface Answer {
  question: string;
  answer: string;
}

/** An answer as it was entered. */
interface EnteredAnswer {
  /** The text or the number of the question; undefined for the one at the same position. */
  question: string | undefined;
  answer: string;
}

/** One answer for each of the questions, with the job's wording and order. */
export function readAnswers(parameters: Parameters, questions: readonly string[]): Answer[] {
  const isJson = parameters.choice('specifyAnswers', SPECIFY_ANSWERS) === 'json';
  const name = isJson ? 'answersJson' : 'answers';
  const entered = isJson ? readJsonAnswers(parameters) : readFieldAnswers(parameters);
  const answers = new Map<string, string>();
  for (const [index, { question: reference, answer }] of entered.entries()) {
    const question = findQuestion(reference, index, questions);
    if (question === undefined) {
      throw parameters.invalid(
        name,
        `has an answer to ${reference === undefined ? `question ${index + 1}` : `"${reference}"`}, which the job does not ask`,
        listQuestions(questions),
      );
    }
    if (answers.has(question)) {
      throw parameters.invalid(
        name,
        `has two answers to "${question}"`,
        'Remove one of the answers.',
      );
    }
    answers.set(question, answer);
  }
  return questions.map((question) => {
    const answer = answers.get(question);
    if (answer !== undefined) return { question, answer };
    throw parameters.invalid(name, `has no answer to "${question}"`, listQuestions(questions));
  });
}

function readFieldAnswers(parameters: Parameters): EnteredAnswer[] {
  return parameters.entries('answers.answer').map((entry) => {
    const answer = entry.text('answer');
    if (answer === undefined) throw entry.invalid('answer', 'is empty', 'Write the answer.');
    return { question: entry.line('question'), answer };
  });
}

/** The two forms that the JSON can have. */
const AS_JSON =
  'Enter a list of texts, such as ["Yes", "In May"], or of questions with answers, such as [{"question": "When?", "answer": "In May"}].';

function readJsonAnswers(parameters: Parameters): EnteredAnswer[] {
  const list = parameters.json('answersJson') ?? [];
  if (!Array.isArray(list)) throw parameters.invalid('answersJson', 'must be a list', AS_JSON);
  return list.map((entry: unknown) => {
    const { question, answer } = isObject(entry) ? entry : { question: undefined, answer: entry };
    if (typeof answer !== 'string' || answer.trim() === '') {
      throw parameters.invalid('answersJson', 'has an answer that is empty or not text', AS_JSON);
    }
    const reference = typeof question === 'number' ? String(question) : (question ?? '');
    if (typeof reference !== 'string') {
      throw parameters.invalid(
        'answersJson',
        'has a question that is neither text nor a number',
        AS_JSON,
      );
    }
    return { question: reference.trim() || undefined, answer };
  });
}

/** By its text, else by its number, else by the position of the answer. */
function findQuestion(
  reference: string | undefined,
  index: number,
  questions: readonly string[],
): string | undefined {
  if (reference === undefined) return questions[index];
  const byText = questions.find((question) => normalized(question) === normalized(reference));
  return byText ?? (/^\d+$/.test(reference) ? questions[Number(reference) - 1] : undefined);
}

/** Ignores whitespace and case, which change when a text is copied or passes through an AI. */
const normalized = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

function listQuestions(questions: readonly string[]): string {
  const list = questions.map((question, index) => `${index + 1}. ${question}`).join(' ');
  return list ? `Answer each question of the job: ${list}` : 'Remove it: the job has no questions.';
}
