import type { Locator, Page } from 'playwright-core';
import { isInTime } from './is-in-time.ts';

/** More stops than any screen has. */
const MOST_STOPS = 250;

const MOST_TRIES = 30;
const TRY_MS = 3000;

/** The keyboard of somebody who has no mouse: nothing is reached but by Tab, nothing pressed but by a key. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Tabs until the focus is on what has this test id, forwards or, with Shift, backwards. */
  async tabTo(testId: string, tab: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    // What is not there yet, or still disabled, nobody tabs to.
    await this.page.waitForSelector(`[data-test-id="${testId}"]:not(:disabled)`);
    const passed: string[] = [];
    while (passed.length < MOST_STOPS) {
      await this.press(tab);
      const stop = await this.focused();
      if (stop === testId) return;
      passed.push(stop);
    }
    throw new Error(`${tab} does not lead to ${testId}; it passes ${passed.slice(0, 60).join(', ')}`);
  }

  async pressOn(testId: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(testId);
    await this.press(key);
  }

  /**
   * Chooses in the list that has the focus: opens it, goes to its first option and from there on by so many steps. Once
   * more where the list closed meanwhile, as it does when the page scrolls under it.
   */
  async choose(steps: number, chosen: Locator): Promise<void> {
    const keys = ['ArrowDown', 'Home', ...Array.from({ length: steps }, () => 'ArrowDown'), 'Enter'];
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await this.press(...keys);
      if (await isInTime(chosen.waitFor({ timeout: TRY_MS }))) return;
    }
    throw new Error(`${String(MOST_TRIES)} times ${keys.join(', ')} did not lead to ${String(chosen)}`);
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.press('Control+V');
  }

  async clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** The test id the focus is on or in; "panel" where it is on nothing of the panel, "page" where it is outside. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const active = document.activeElement;
      const named = active?.closest('[data-test-id]')?.getAttribute('data-test-id');
      return named ?? (active?.closest('[role=dialog]') ? 'panel' : 'page');
    });
  }
}
