const focusable =
  'a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), textarea:not([disabled]), [tabindex="0"]';

/** The elements Tab reaches, in order. */
export function focusableInside(container: HTMLElement): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.closest('[hidden]') === null && element.tabIndex >= 0,
  );
}

/** Lets Tab go round inside the container, also when the focus was lost to the page. */
export function keepFocusInside(container: HTMLElement, event: KeyboardEvent): void {
  const elements = focusableInside(container);
  const first = elements[0];
  const last = elements.at(-1);
  if (first === undefined || last === undefined) {
    event.preventDefault();
    return;
  }
  const active = document.activeElement;
  const isOutside = !container.contains(active);
  const isAtStart = active === first || active === container;
  if (event.shiftKey && (isAtStart || isOutside)) moveFocus(last, event);
  else if (!event.shiftKey && (active === last || isOutside)) moveFocus(first, event);
}

function moveFocus(element: HTMLElement, event: KeyboardEvent): void {
  event.preventDefault();
  element.focus();
}
