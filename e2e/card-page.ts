import type { Browser, Locator, Page } from 'playwright-core';
import { findViolations } from './find-violations.ts';
import { countWorkerMessages, pasteInto, pressIfThere, pressInThePage } from './in-the-page.ts';
import { isInTime } from './is-in-time.ts';
import { Keyboard } from './keyboard.ts';
import { Layout } from './layout.ts';
import { decodeRecords, type PortalRecord } from './portal-record.ts';
import { addressOf, type Story } from './story.ts';

/**
 * So long anything is waited for. It only tells a hang from an answer: no story may need a machine of a certain speed.
 */
export const PATIENCE_MS = 240_000;

/** An open list that closed again before its option was chosen is opened once more after so long, then after twice that. */
const FIRST_TRY_MS = 2000;

/** The card on a record page of the workbench, driven as an admin would drive it. */
export class CardPage {
  readonly keys: Keyboard;
  readonly layout: Layout;

  private constructor(
    private readonly page: Page,
    private readonly portalUrl: string,
  ) {
    this.keys = new Keyboard(page);
    this.layout = new Layout(page);
  }

  /** Opens a contact in a scenario of its own, so that stories do not meet. */
  static async open(browser: Browser, workbenchUrl: string, story: string | Story): Promise<CardPage> {
    const told: Story = typeof story === 'string' ? { scenario: story } : story;
    const { scenario, place = 'card' } = told;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(countWorkerMessages);
    const page = await context.newPage();
    if (told.breakCard !== undefined) await serveBroken(page, told.breakCard);
    const portalUrl = `${workbenchUrl}/portal/${scenario}`;
    const card = new CardPage(page, portalUrl);
    const contacts = await card.records('contacts');
    const [contact] = contacts;
    if (!contact) throw new Error(`Scenario ${scenario} has no contact to stand on`);
    const query = addressOf(
      told,
      contacts.map(({ id }) => id),
    );
    await page.goto(`${workbenchUrl}/contacts/1234567/record/0-1/${contact.id}?${query}`);
    await card.byTestId(place === 'card' ? 'open-panel' : 'steps').waitFor();
    return card;
  }

  byTestId(testId: string): Locator {
    return this.page.locator(`[data-test-id="${testId}"]`);
  }

  /** The record's page once more, as after the tab was closed. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.byTestId('open-panel').waitFor();
  }

  async openPanel(): Promise<void> {
    await this.press('open-panel');
    await this.byTestId('steps').waitFor();
  }

  async paste(text: string): Promise<void> {
    await this.field('paste').evaluate(pasteInto, text);
  }

  async pastedText(): Promise<string> {
    return this.field('paste').inputValue();
  }

  async chooseFile(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
    const input = this.page.locator('input[type="file"]');
    await input.setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.bytes) });
  }

  /** A large file goes by its path: its bytes would take long through the wire that drives the browser. */
  async chooseFileAt(path: string): Promise<void> {
    await this.page.locator('input[type="file"]').setInputFiles(path);
  }

  async press(testId: string): Promise<void> {
    await this.byTestId(testId).click();
  }

  /**
   * Presses what may stand for a moment only, in the instant it appears: told beforehand, fulfilled when it was pressed.
   * A click of the browser's driver waits until the button holds still, and may come too late.
   */
  async pressWhenItAppears(testId: string): Promise<void> {
    await this.page.evaluate(pressInThePage, testId);
  }

  /**
   * An open list closes when the page scrolls: so it scrolls first, and where the card was still growing the list is
   * opened again.
   */
  async choose(testId: string, option: string | RegExp): Promise<void> {
    await this.byTestId(testId).scrollIntoViewIfNeeded();
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const choice = this.page.getByRole('option', { name: option, exact: true });
    for (let timeout = FIRST_TRY_MS; timeout < PATIENCE_MS; timeout *= 2) {
      if (!(await choice.isVisible())) await this.byTestId(testId).click();
      if (await isInTime(choice.click({ timeout }))) return;
    }
    throw new Error(`${testId} has no option ${String(option)}`);
  }

  /** Types into a field and leaves it, as HubSpot's inputs tell the card of a text. */
  async type(testId: string, text: string): Promise<void> {
    const field = this.byTestId(testId);
    const input = field
      .locator('input')
      .or(this.page.locator(`input[data-test-id="${testId}"]`))
      .first();
    await input.fill(text);
    await input.press('Enter');
  }

  /** Waits until the card says so: it answers from a worker. */
  async waitForText(testId: string, text: string): Promise<void> {
    await this.byTestId(testId).filter({ hasText: text }).waitFor();
  }

  /** Waits until nothing of it is left. */
  async waitUntilGone(testId: string): Promise<void> {
    await this.byTestId(testId).waitFor({ state: 'detached' });
  }

  /** Presses again whenever it is possible, every two seconds, until something else is there. */
  async pressUntil(testId: string, wanted: string): Promise<void> {
    while (!(await this.byTestId(wanted).isVisible())) {
      await this.page.evaluate(pressIfThere, testId);
      await this.page.waitForTimeout(2000);
    }
  }

  /** What stands there now. What may still say what it said before is waited for by its text, or polled. */
  async text(testId: string): Promise<string> {
    const found = this.byTestId(testId);
    await found.waitFor();
    return (await found.innerText()).trim();
  }

  /** Presses through match and review and waits until the run has ended. */
  async runToEnd(): Promise<void> {
    await this.press('to-match');
    await this.press('to-review');
    await this.press('run');
    await this.byTestId('equation').waitFor();
  }

  async copied(testId: string): Promise<string> {
    await this.press(testId);
    await this.byTestId('copied').waitFor();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** How many messages the card's worker has sent to the page so far. */
  async countMessages(): Promise<number> {
    return this.page.evaluate(() => Number(Reflect.get(globalThis, 'workerMessageCount')));
  }

  async turnPage(testId: string): Promise<void> {
    const frame = this.page.locator('.hs-table-frame', { has: this.byTestId(testId) });
    await frame.getByRole('button', { name: 'Next' }).click();
  }

  /** From now on every call of a function of the card fails, as if nothing answered. */
  async silenceFunctions(): Promise<void> {
    await this.page.route('**/api/doors/call-function*', (route) => route.abort());
  }

  /** What an accessibility engine has to say of what the card shows: see find-violations.ts. */
  async violations(): Promise<readonly string[]> {
    return findViolations(this.page);
  }

  /** Whether the focus is somewhere in the panel. */
  async ownsFocus(): Promise<boolean> {
    return this.page.locator('[role=dialog]:focus-within').isVisible();
  }

  /** The fault the workbench's own top bar shows as chosen; empty for none. */
  async goesWrong(): Promise<string> {
    return this.page.getByLabel('Goes wrong').inputValue();
  }

  /** What the portal holds, from behind the card's back. */
  async records(objectType: string): Promise<readonly PortalRecord[]> {
    const response = await fetch(`${this.portalUrl}/emulator/records/${objectType}`);
    return decodeRecords(await response.json());
  }

  /** Waits until the portal holds what is wanted. */
  async untilRecords(
    objectType: string,
    isWanted: (records: readonly PortalRecord[]) => boolean,
  ): Promise<void> {
    while (!isWanted(await this.records(objectType))) await this.page.waitForTimeout(50);
  }

  /** Steers the emulated portal: faults, tokens, merges. */
  async steer(door: string, body: object, method: 'POST' | 'DELETE' = 'POST'): Promise<void> {
    const response = await fetch(`${this.portalUrl}/emulator/${door}`, {
      method,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${door}: ${await response.text()}`);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private field(testId: string): Locator {
    return this.byTestId(testId)
      .locator('textarea')
      .or(this.page.locator(`textarea[data-test-id="${testId}"]`))
      .first();
  }
}

async function serveBroken(page: Page, breakCard: (source: string) => string): Promise<void> {
  await page.route('**/assets/card.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: breakCard(await response.text()) });
  });
}
