/** A field as the user sees it in the editor. Texts that it doesn't have are empty. */
export interface ShownField {
  name: string;
  /** Where its value is in the node's parameters; empty for what has no value of its own. */
  path: string;
  label: string;
  placeholder: string;
  /** The text of the button that adds a value, such as "Add Filter". */
  addButton: string;
  hint: string;
  notice: string;
  choices: ShownChoice[];
  isSwitch: boolean;
  isSecret: boolean;
  isList: boolean;
  /** The mode of a resource locator, such as "From list". */
  mode: string;
  /** Whether the label is cut off for lack of room. */
  isLabelCut: boolean;
  /** The links in its texts that don't open in a new tab. */
  linksHere: string[];
}

export interface ShownChoice {
  name: string;
  description: string;
}

/**
 * Reads the fields of a form in the editor. Runs in the browser, which gets only this function: it
 * uses nothing from outside.
 */
export function readFields(form: Element): ShownField[] {
  const ITEM = '[data-test-id="parameter-item"], [data-test-id="credential-connection-parameter"]';
  const text = (element: Element | undefined) => (element?.textContent ?? '').trim();
  return [...form.querySelectorAll<HTMLElement>(ITEM)]
    .filter((item) => item.offsetParent !== null)
    .map((item) => {
      const own = (selector: string) =>
        [...item.querySelectorAll<HTMLElement>(selector)].filter(
          (element) => element.closest(ITEM) === item,
        );
      // n8n puts the choice of the credential into the first field.
      const label = own('label.n8n-input-label').find(
        (element) => element.closest('[data-test-id="node-credentials-slot"]') === null,
      );
      const title = label?.querySelector('.n8n-text');
      const [locator] = own('[data-test-id^="resource-locator-"]');
      const [input] = own('[data-test-id="parameter-input-field"], [data-test-id="rlc-input"]');
      const [addMenu] = own('[data-test-id="collection-parameter-add"] input');
      const addButton = own('button').find((button) => /^Add\b/.test(text(button)));
      const [mode] = own('[data-test-id="rlc-mode-selector"] input');
      const menus = own(
        '.parameter-input > .n8n-select input[role="combobox"], ' +
          '[data-test-id="collection-parameter-add"] input[role="combobox"]',
      ).map((menu) => document.getElementById(menu.getAttribute('aria-controls') ?? ''));
      return {
        name: label?.getAttribute('for') ?? '',
        path: own('[data-parameter-path]')[0]?.dataset.parameterPath ?? '',
        label: text(title ?? undefined).replace(/\s*\*$/, ''),
        placeholder: input?.getAttribute('placeholder') ?? text(own('.cm-placeholder')[0]),
        addButton: addMenu?.getAttribute('placeholder') ?? text(addButton),
        hint: text(
          own('[data-test-id="parameter-input"] .n8n-text').find(
            (element) => element.closest('.parameter-value-container') === null,
          ),
        ),
        notice: text(own('.notice-content')[0]),
        choices: menus.flatMap((menu) =>
          [...(menu?.querySelectorAll('[role="option"]') ?? [])].map((option) => ({
            name: text(option.querySelector('.option-headline') ?? option),
            description: text(option.querySelector('.option-description') ?? undefined),
          })),
        ),
        isSwitch: own('.el-switch, [role="switch"]').length > 0,
        isSecret: input?.getAttribute('type') === 'password',
        isList: locator !== undefined,
        mode: mode instanceof HTMLInputElement ? mode.value : '',
        isLabelCut: title !== null && title !== undefined && title.scrollWidth > title.clientWidth,
        linksHere: own('a[href]')
          .filter((link) => link.getAttribute('target') !== '_blank')
          .map(text),
      };
    });
}
