// Functions that the browser runs in the page: they know nothing of what stands around them here.

/** Before anything else: every worker of the page is listened to. */
export function countWorkerMessages(): void {
  Reflect.set(globalThis, 'workerMessageCount', 0);
  globalThis.Worker = class extends globalThis.Worker {
    constructor(...options: ConstructorParameters<typeof Worker>) {
      super(...options);
      this.addEventListener('message', () => {
        Reflect.set(
          globalThis,
          'workerMessageCount',
          Number(Reflect.get(globalThis, 'workerMessageCount')) + 1,
        );
      });
    }
  };
}

/** Presses a button in the instant it is there and enabled; fulfilled then. */
export function pressInThePage(testId: string): Promise<void> {
  return new Promise((resolve) => {
    const press = (): boolean => {
      const button = document.querySelector<HTMLElement>(`[data-test-id="${testId}"]:enabled`);
      button?.click();
      if (button) resolve();
      return button !== null;
    };
    if (press()) return;
    const observer = new MutationObserver(() => {
      if (press()) observer.disconnect();
    });
    observer.observe(document.body, { attributes: true, childList: true, subtree: true });
  });
}

/** Presses a button if it is there and enabled in this very instant. */
export function pressIfThere(testId: string): void {
  document.querySelector<HTMLElement>(`[data-test-id="${testId}"]:enabled`)?.click();
}

/** What a paste leaves behind. Typed in by the browser's driver, a thousand lines take minutes on a slow machine. */
export function pasteInto(field: Element, text: string): void {
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('This is no field for text');
  field.focus();
  field.setRangeText(text, 0, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}
