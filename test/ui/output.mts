import type { Editor } from './editor.mts';

/** The output of a node as the user reads it: a table, or the error. */
export interface Output {
  columns: string[];
  rows: string[][];
  error: string;
}

/** Executes the node that is open, and reads what its output panel shows. */
export async function execute({ page }: Editor): Promise<Output> {
  const panel = page.getByTestId('output-panel');
  const error = panel.getByTestId('node-error-message');
  const count = panel.getByTestId('ndv-items-count');
  const nothing = panel.getByText('No output data returned');
  await page.getByTestId('node-execute-button').click();
  await error.or(count).or(nothing).first().waitFor();
  if (await nothing.isVisible()) return { columns: [], rows: [], error: '' };
  if (await error.isVisible()) return { columns: [], rows: [], error: await error.innerText() };
  await panel.getByTestId('radio-button-table').click();
  await panel.locator('tbody tr').first().waitFor();
  const rows = await panel
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
    );
  const columns = await panel.locator('thead th').allInnerTexts();
  return { columns, rows, error: '' };
}
