import type { Editor } from './editor.mts';
import type { UiText } from './texts.mts';

const CATEGORY = / Actions$/;

/** What the panel for adding a node shows of this package: the node, and the actions by resource. */
export async function readNodePanel({ page }: Editor): Promise<UiText[]> {
  await page.getByTestId('node-creator-plus-button').click();
  await page.getByTestId('node-creator-search-bar').fill('upwork');
  const node = page
    .getByTestId('node-creator-action-item')
    .filter({ has: page.getByText('Upwork', { exact: true }) });
  const description = await node.getByTestId('node-creator-item-description').innerText();
  await node.click();
  await node.waitFor({ state: 'hidden' });
  const items = page.getByTestId('item-iterator-item');
  await items.filter({ hasText: CATEGORY }).first().waitFor();
  const texts: UiText[] = [
    {
      place: 'Node panel',
      field: 'Upwork',

      kind: 'choice description',
      text: description,
    },
  ];
  let place = 'Node panel';
  for (const item of await items.allTextContents()) {
    const text = item.trim();
    if (CATEGORY.test(text)) place = text.replace(CATEGORY, '');
    else texts.push({ place, field: 'Action', kind: 'action', text });
  }
  return texts;
}
