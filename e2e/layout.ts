import type { Locator, Page } from 'playwright-core';

/** How the page lies before the eye: how wide it is and its parts are, what is in view, and a picture of it. */
export class Layout {
  constructor(private readonly page: Page) {}

  /** A picture of the panel, or of the page while none is open. */
  async takePicture(path: string): Promise<void> {
    const panel = this.page.getByRole('dialog');
    const pictured = (await panel.isVisible()) ? panel : this.page;
    await pictured.screenshot({ path, animations: 'disabled', caret: 'hide' });
  }

  async widthOf(testId: string): Promise<number> {
    return (await this.found(testId).boundingBox())?.width ?? 0;
  }

  /** By how many pixels what is in sight, or a part of it by its test id, is wider than there is room for it. */
  async overhangOf(testId: string): Promise<number> {
    return this.found(testId).evaluate((element) => {
      const around: number[] = [];
      for (let each: Element | null = element; each !== null; each = each.parentElement)
        around.push(each.scrollWidth - each.clientWidth);
      return Math.max(0, ...around);
    });
  }

  async scrollTo(testId: string): Promise<void> {
    await this.found(testId).evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
  }

  /** The panel as if HubSpot made it that wide: null for the width the card asks for. */
  async setPanelWidth(px: number | null): Promise<void> {
    await this.page.evaluate((width) => {
      if (width === null) document.body.style.removeProperty('--wb-panel-width');
      else document.body.style.setProperty('--wb-panel-width', `${String(width)}px`);
    }, px);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  private found(testId: string): Locator {
    return this.page.locator(`[data-test-id="${testId}"]`);
  }
}
