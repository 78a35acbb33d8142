import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { attempt } from '../../../nodes/Upwork/attempt.ts';
import type { Upwork } from '../upwork.mts';
import { clientSections } from './cases/clients.mts';
import { commonSections } from './cases/everywhere.mts';
import { graphqlSections } from './cases/graphql.mts';
import { jobSections } from './cases/jobs.mts';
import { messagingSections } from './cases/messaging.mts';
import { proposalSections } from './cases/proposals.mts';
import type { ErrorCase, ErrorSection } from './errorCase.mts';

export const ERROR_SECTIONS: ErrorSection[] = [
  ...commonSections,
  ...jobSections,
  ...proposalSections,
  ...clientSections,
  ...messagingSections,
  ...graphqlSections,
];

/** An error as the editor shows it. */
export interface ShownError {
  message: string;
  description: string;
}

/** Provokes an error of the node. */
export async function provoked(
  upwork: Upwork,
  { mistake, provoke }: ErrorCase,
): Promise<ShownError> {
  const result = await attempt(provoke(upwork, upwork.connected()));
  if (result.status === 'fulfilled') throw new Error(`No error: ${mistake}`);
  const error: unknown = result.reason;
  if (!(error instanceof NodeApiError || error instanceof NodeOperationError)) throw error;
  return { message: error.message, description: error.description ?? '' };
}

const INTRODUCTION = [
  '# Errors',
  '',
  'The messages and descriptions of the nodes, by what went wrong. `node test/run.mjs errors` writes this page from',
  'what the nodes say against the sandbox, and a test compares the two.',
  '',
  'A message about what you entered ends in the number of the input item, such as _[item 0]_, which is left out here.',
  "Upwork's own words are in the editor under _Error details_. With _Continue On Fail_, only the message is kept.",
].join('\n');

/** The page with these errors. */
export function toPage(errors: readonly { title: string; rows: string[][] }[]): string {
  const sections = errors.map(({ title, rows }) => `## ${title}\n\n${toTable(rows)}`);
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

/** A Markdown table, formatted as Prettier does. */
function toTable(rows: string[][]): string {
  const head = ['what went wrong', 'message', 'description'];
  const lines = [head, ...rows].map((cells) =>
    cells.map((cell) => cell.replace(/\||_(?!\w)/g, '\\$&')),
  );
  const widths = head.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const [first = '', ...rest] = lines.map(
    (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [first, rule, ...rest].join('\n');
}
