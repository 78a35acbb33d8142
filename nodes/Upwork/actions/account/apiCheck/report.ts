import type { ApiCheck, ApiReport } from '../../../records/apiCheck';

/** The checks as Markdown, without personal data. */
export async function toReport(checks: readonly ApiCheck[]): Promise<ApiReport> {
  const hash = await idHash();
  const section = (kind: ApiCheck['kind']) =>
    checks
      .filter((check) => check.kind === kind)
      .map(({ name, result, details, fields }) => {
        const notes = [details, fields && `Fields: ${fields}.`].filter(Boolean).join(' ');
        return `| ${[name, result, hash(notes)].map(cell).join(' | ')} |`;
      });
  return {
    report: [
      "# Check of Upwork's API",
      '',
      summary(checks),
      '',
      '## Documents',
      '',
      ...table('document', section('Document')),
      '',
      '## Assumptions',
      '',
      ...table('assumption', section('Assumption')),
      '',
    ].join('\n'),
  };
}

function summary(checks: readonly ApiCheck[]): string {
  const counts = new Map<string, number>();
  for (const { result } of checks) counts.set(result, (counts.get(result) ?? 0) + 1);
  return [...counts].map(([result, count]) => `${result}: ${count}`).join(', ');
}

const table = (name: string, rows: readonly string[]): string[] => [
  `| ${name} | result | details |`,
  '| --- | --- | --- |',
  ...rows,
];

const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|');

/**
 * Replaces the IDs in a text with hashes; equal IDs get equal hashes. Upwork: IDs are long numbers, or
 * begin with `~0`, `room_` or `story_`.
 */
async function idHash(): Promise<(text: string) => string> {
  // Loaded at first use, because it takes a fifth of the time in which the whole package loads.
  const { createHash, randomBytes } = await import('crypto');
  // Each report has its own salt, so that short IDs can't be guessed from their hashes.
  const salt = randomBytes(16).toString('hex');
  return (text) =>
    text.replace(/~0\w+|\b(?:room|story)_\w+|\b(?=\w*\d)\w{8,}\b/g, (id) => {
      const digest = createHash('sha256').update(`${salt}${id}`).digest('hex');
      return `#${digest.slice(0, 8)}`;
    });
}
