import type { INodeParameters } from 'n8n-workflow';

import { postJobs, proposal } from '../proposals.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

const WHY = 'Why  you?';
const WHEN = 'When can you start?';

/** Applies to a job with two questions, and returns the answers that Upwork received. */
async function answered(parameters: INodeParameters, questions = [WHY, WHEN]): Promise<unknown> {
  const [jobId = ''] = postJobs(upwork, { contractType: 'HOURLY', screeningQuestions: questions });
  const submit = proposal('submit', {
    decidedByPerson: true,
    jobId,
    coverLetter: 'Hello.',
    bid: 30,
    ...parameters,
  });
  await upwork.connected().run(submit);
  return upwork.control.submittedProposals().proposals.at(-1)?.answers;
}

const fields = (...answers: INodeParameters[]): INodeParameters => ({
  answers: { answer: answers },
});

const json = (answersJson: string): INodeParameters => ({ specifyAnswers: 'json', answersJson });

const BOTH = [
  { question: WHY, answer: 'Because.' },
  { question: WHEN, answer: 'Now.' },
];

describe('the answers of a proposal', () => {
  it.each<[string, INodeParameters]>([
    ['in their order', fields({ answer: 'Because.' }, { answer: 'Now.' })],
    ['by number', fields({ question: '2', answer: 'Now.' }, { question: '1', answer: 'Because.' })],
    [
      'by text, whatever its whitespace and case',
      fields(
        { question: ' when can YOU start?', answer: 'Now.' },
        { question: 'Why you?', answer: 'Because.' },
      ),
    ],
    ['as JSON, a list of texts', json('["Because.", "Now."]')],
    [
      'as JSON, a list of objects',
      json('[{"question": 2, "answer": "Now."}, {"question": "why you?", "answer": "Because."}]'),
    ],
  ])('go to the questions %s', async (_how, parameters) => {
    expect(await answered(parameters)).toEqual(BOTH);
  });

  it('are empty if the job has no questions', async () => {
    expect(await answered({}, [])).toEqual([]);
  });

  it.each<[string, INodeParameters, string]>([
    ['that are missing', fields({ answer: 'Because.' }), `'Answers' has no answer to "${WHEN}"`],
    [
      'to a question that is not asked',
      fields({ question: 'Who?', answer: 'I.' }),
      `'Answers' has an answer to "Who?", which the job does not ask`,
    ],
    [
      'to a number that is too high',
      fields({ question: '3', answer: 'I.' }),
      'has an answer to "3", which the job does not ask',
    ],
    [
      'that are too many',
      json('["a", "b", "c"]'),
      "'Answers' has an answer to question 3, which the job does not ask",
    ],
    [
      'to the same question twice',
      fields({ question: '1', answer: 'a' }, { answer: 'b' }, { question: WHY, answer: 'c' }),
      `'Answers' has two answers to "${WHY}"`,
    ],
    ['that are empty', fields({ answer: ' ' }), "'Answer' in entry 1 of 'Answers' is empty"],
    ['that are not text', json('[1, 2]'), "'Answers' has an answer that is empty or not text"],
    ['that are not a list', json('{"a": "b"}'), "'Answers' must be a list"],
    ['that are not JSON', json('['), "'Answers' is not valid JSON"],
  ])('are refused: those %s', async (_what, parameters, problem) => {
    const before = upwork.control.submittedProposals().count;
    await expect(answered(parameters)).rejects.toThrow(problem);
    expect(upwork.control.submittedProposals().count).toBe(before);
  });

  it("are refused with a list of the job's questions", async () => {
    await expect(answered({})).rejects.toMatchObject({
      description: `Answer each question of the job: 1. ${WHY} 2. ${WHEN}`,
    });
  });
});
