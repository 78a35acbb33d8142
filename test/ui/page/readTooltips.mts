/**
 * Opens the tooltips of all fields of a form and reads them, in the order of `readFields`; empty
 * where there is none. Undefined until all are open. Runs in the browser, like `readFields`.
 */
export function readTooltips(form: Element): string[] | undefined {
  const ITEM = '[data-test-id="parameter-item"], [data-test-id="credential-connection-parameter"]';
  const triggers = [...form.querySelectorAll<HTMLElement>(ITEM)]
    .filter((item) => item.offsetParent !== null)
    .map((item) =>
      [...item.querySelectorAll('label.n8n-input-label svg[data-icon="circle-help"]')]
        .find((icon) => icon.closest(ITEM) === item)
        ?.closest<HTMLElement>('[data-grace-area-trigger]'),
    );
  for (const trigger of triggers) {
    if (trigger?.dataset.state !== 'closed') continue;
    trigger.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', bubbles: true }));
  }
  const texts = triggers.map((trigger) => {
    if (!trigger) return '';
    const tooltip = document.getElementById(trigger.getAttribute('aria-describedby') ?? '');
    return tooltip?.closest('[data-test-id="tooltip-content"]')?.textContent.trim();
  });
  return texts.some((text) => text === undefined) ? undefined : texts.map((text) => text ?? '');
}
