import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { PROJECT } from '../n8n/package.mts';
import type { Editor } from './editor.mts';
import type { Form } from './forms.mts';
import { readFields, type ShownField } from './page/readFields.mts';
import { readTooltips } from './page/readTooltips.mts';

/** Not in Git. */
const PICTURES = join(PROJECT, '.pictures');

/** What n8n shows instead of the entries of a list. */
const NO_ENTRIES = /^(No results|Could not load list)/;
/** What it shows if a list is only searched. */
const MUST_SEARCH = /^Enter a search term to show results/;

export interface SeenField extends ShownField {
  tooltip: string;
}

/** What the editor shows of a node. */
export interface SeenForm {
  place: string;
  fields: SeenField[];
  /** The entries of the lists, by the label of their field. */
  lists: { label: string; entries: string[] }[];
  /** The entries of menus whose descriptions don't fit. */
  cut: { label: string; entry: string }[];
}

/** Looks at forms in the editor, and once at each list of an operation and at each menu. */
export class Visitor {
  readonly #editor: Editor;
  /** The lists that have been opened, by operation, and the menus, by their entries. */
  readonly #opened = new Set<string>();

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  async see({ place, node }: Form): Promise<SeenForm> {
    const view = await this.#editor.openNode(node);
    const form = view.getByTestId('node-parameters');
    await savePicture(view, node.name);
    const fields = await form.evaluate(readFields);
    const cut = await this.#cutDescriptions(form, fields);
    const lists = [];
    for (const { label, name } of fields.filter(({ mode }) => mode === 'From list')) {
      if (this.#isNew(`${place}: ${name}`)) {
        lists.push({ label, entries: await this.#entries(form, name) });
      }
    }
    return { place, fields: await withTooltips(form, fields), lists, cut };
  }

  /** The fields of the credential that the open node uses. */
  async seeCredential(): Promise<SeenField[]> {
    const { page } = this.#editor;
    await page.getByTestId('ndv').getByTestId('credential-edit-button').click();
    const dialog = page.getByTestId('credential-edit-dialog');
    await dialog.getByTestId('credential-connection-parameter').first().waitFor();
    await savePicture(dialog, 'Credential');
    return await withTooltips(dialog, await dialog.evaluate(readFields));
  }

  #isNew(key: string): boolean {
    const before = this.#opened.size;
    return this.#opened.add(key).size > before;
  }

  async #entries(form: Locator, name: string): Promise<string[]> {
    const { page } = this.#editor;
    await form.getByTestId(`resource-locator-${name}`).getByTestId('rlc-input').first().click();
    const entries = page.getByTestId('rlc-item').filter({ visible: true });
    const nothing = page.getByText(NO_ENTRIES).filter({ visible: true });
    const mustSearch = page.getByText(MUST_SEARCH).filter({ visible: true });
    await entries.or(nothing).or(mustSearch).first().waitFor();
    if (await mustSearch.isVisible()) {
      await page.getByTestId('rlc-search').filter({ visible: true }).fill('a');
      await entries.or(nothing).first().waitFor();
    }
    const texts = await entries.allInnerTexts();
    await page.keyboard.press('Escape');
    await entries.or(nothing).first().waitFor({ state: 'hidden' });
    return texts;
  }

  async #cutDescriptions(form: Locator, fields: ShownField[]): Promise<SeenForm['cut']> {
    const cut = [];
    for (const { label, name, choices } of fields) {
      const isPlain = choices.every(({ description }) => description === '');
      if (isPlain || !this.#isNew(JSON.stringify(choices))) continue;
      const entries = await this.#cutEntries(form, name);
      cut.push(...entries.map((entry) => ({ label, entry })));
    }
    return cut;
  }

  /** Opens a menu, and measures whether n8n's two lines are enough for each description. */
  async #cutEntries(form: Locator, name: string): Promise<string[]> {
    const { page } = this.#editor;
    await form.getByTestId(`parameter-input-${name}`).locator('input').first().click();
    const entries = page.locator('.list-option').filter({ visible: true });
    await entries.first().waitFor();
    const cut = await entries.evaluateAll((options) =>
      options
        .filter((option) =>
          [...option.children].some(
            (line) =>
              line.scrollHeight > line.clientHeight + 1 || line.scrollWidth > line.clientWidth,
          ),
        )
        .map((option) => option.firstElementChild?.textContent ?? ''),
    );
    await page.keyboard.press('Escape');
    await entries.first().waitFor({ state: 'hidden' });
    return cut;
  }
}

/** The tooltips stay open: what they cover can't be clicked any more. */
async function withTooltips(form: Locator, fields: ShownField[]): Promise<SeenField[]> {
  const element = await form.elementHandle();
  const read = await form.page().waitForFunction(readTooltips, element);
  const tooltips = (await read.jsonValue()) ?? [];
  return fields.map((field, index) => ({ ...field, tooltip: tooltips[index] ?? '' }));
}

async function savePicture(view: Locator, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await view.screenshot({ path: join(PICTURES, `${name.replaceAll(/[^\w() ]+/g, '')}.png`) });
}
