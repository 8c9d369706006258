import type { CardPage } from './card-page.ts';

/** Opens the panel and pastes. */
export async function openAndPaste(card: CardPage, text: string): Promise<void> {
  await card.openPanel();
  await card.paste(text);
}

/** From the data to the review, with everything as the card proposes it. */
export async function goToReview(card: CardPage): Promise<void> {
  await card.press('to-match');
  await card.press('to-review');
}

/** Writes what is reviewed and gives the sum of the outcomes. */
export async function runToOutcomes(card: CardPage): Promise<string> {
  await card.press('run');
  await card.byTestId('equation').waitFor();
  return card.text('equation');
}

/** With the keyboard alone: pastes into the open panel and goes on to the columns; gives what the reading says. */
export async function keyToMatch(card: CardPage, text: string): Promise<string> {
  await card.keys.tabTo('paste');
  await card.keys.paste(text);
  const reading = await card.text('reading');
  await card.keys.pressOn('to-match');
  await card.text('columns');
  return reading;
}
