import { type Browser, chromium, type Locator, type Page, selectors } from 'playwright-core';
import { OWNER } from '../n8n/client.mts';
import { findChromium } from './chromium.mts';

/** The time for the editor to react, on a slow machine with cold caches. */
const LIMIT_MS = 60_000;

export interface ViewSize {
  width: number;
  height: number;
}

/** n8n's editor in a headless browser, in which its owner has signed in. */
export class Editor {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #url: string;

  private constructor(browser: Browser, page: Page, url: string) {
    this.#browser = browser;
    this.page = page;
    this.#url = url;
  }

  static async launch(url: string, viewport: ViewSize): Promise<Editor> {
    selectors.setTestIdAttribute('data-test-id');
    // Containers have no user namespaces for Chromium's own sandbox; it only opens the local n8n.
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: ['--no-sandbox'],
    });
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    context.setDefaultTimeout(LIMIT_MS);
    const { email, password } = OWNER;
    await context.request.post(`${url}/rest/login`, {
      data: { emailOrLdapLoginId: email, password },
    });
    return new Editor(browser, await context.newPage(), url);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** Opens a workflow on the canvas. */
  async openWorkflow(workflowId: string): Promise<void> {
    await this.page.goto(`${this.#url}/workflow/${workflowId}`);
    await this.page.getByTestId('canvas-node').first().waitFor();
  }

  /** Opens a node of the workflow that is on the canvas; returns its details view. */
  async openNode({ id, name }: { id: string; name: string }): Promise<Locator> {
    await this.closeNode();
    await this.#show(`${this.#workflowPath()}/${id}`);
    const view = this.page.getByTestId('ndv');
    await view.getByTestId('inline-edit-preview').getByText(name, { exact: true }).waitFor();
    await view.getByTestId('node-parameters').waitFor();
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>('.async-notice')].every(
        ({ offsetParent }) => offsetParent === null,
      ),
    );
    return view;
  }

  /** Moves the parameters of the open node sideways, between its input and its output. */
  async movePanel(pixels: number): Promise<void> {
    const handle = this.page.getByTestId('panel-drag-button');
    const box = await handle.boundingBox();
    if (box === null) throw new Error('No node is open');
    const { mouse } = this.page;
    await handle.hover();
    await mouse.down();
    await mouse.move(box.x + box.width / 2 + pixels, box.y + box.height / 2, { steps: 5 });
    await mouse.up();
  }

  /** Closes the node that is open, if there is one. */
  async closeNode(): Promise<void> {
    await this.#show(this.#workflowPath());
    await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
  }

  /** Saves a picture of the middle of the canvas, with the workflow as large as n8n shows it. */
  async takeCanvas(path: string, { width, height }: ViewSize): Promise<string> {
    await this.page.getByTestId('zoom-to-fit').click();
    const box = await this.page.getByTestId('canvas').boundingBox();
    if (box === null) throw new Error('The canvas is not shown');
    const x = box.x + (box.width - width) / 2;
    const y = box.y + (box.height - height) / 2;
    await this.page.screenshot({ path, clip: { x, y, width, height } });
    return path;
  }

  #workflowPath(): string {
    const [, , workflowId] = new URL(this.page.url()).pathname.split('/');
    return `/workflow/${workflowId ?? ''}`;
  }

  /** Shows a page of the editor as the Back button does; loading it again would take seconds. */
  async #show(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState({}, '', to);
      dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    }, path);
  }
}
