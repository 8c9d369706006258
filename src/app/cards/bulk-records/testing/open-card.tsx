import { Button, TableCell, Text, TextArea } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { vi } from 'vitest';
import { BulkRecords } from '../BulkRecords.tsx';
import { healthyFunctions, serverlessOf, type FakeFunctions } from './fake-functions.ts';

export function startCardClock(): void {
  vi.useFakeTimers();
}

export function resetCard(): void {
  vi.useRealTimers();
  vi.unstubAllGlobals();
}

/** What HubSpot tells of the admin's language. */
export interface Speaker {
  readonly language?: string;
  readonly locale?: string;
}

/** The card on a contact, its panel open. */
export function openCard(
  functions: FakeFunctions = healthyFunctions(),
  variables: Readonly<Record<string, string | number>> = {},
  user: Speaker = {},
) {
  vi.stubGlobal('self', { serverless: vi.fn(serverlessOf(functions)) });
  const renderer = createRenderer('crm.record.sidebar');
  renderer.mocks.context.crm.objectTypeId = '0-1';
  renderer.mocks.context.variables = { ...renderer.mocks.context.variables, ...variables };
  Object.assign(renderer.mocks.context.user, user);
  const { context, actions } = renderer.mocks;
  renderer.render(<BulkRecords context={context} actions={actions} />);
  renderer.findByTestId(Button, 'open-panel').trigger('onClick');
  return renderer;
}

export type Card = ReturnType<typeof openCard>;

export function equationOf(card: Card): string | null {
  return card.findByTestId(Text, 'equation').text;
}

export async function paste(card: Card, text: string) {
  card.findByTestId(TextArea, 'paste').props.onInput?.(text);
  await vi.advanceTimersByTimeAsync(400);
}

export function press(card: Pick<Card, 'findByTestId'>, testId: string) {
  card.findByTestId(Button, testId).trigger('onClick');
}

/** Pastes and goes on to a step; the reading before the review is over then. */
export async function goTo(card: Card, step: 'match' | 'review' | 'outcomes', text: string) {
  await paste(card, text);
  press(card, 'to-match');
  if (step === 'match') return;
  press(card, 'to-review');
  await vi.advanceTimersByTimeAsync(100);
  if (step === 'review') return;
  press(card, 'run');
  await vi.advanceTimersByTimeAsync(2000);
}

type Found = Pick<ReturnType<Card['findByTestId']>, 'findAll'>;

/** Words of a screen stand in texts and cells. */
export function textIn(node: Found): string {
  return [...node.findAll(Text), ...node.findAll(TableCell)].map(({ text }) => text ?? '').join(' | ');
}
