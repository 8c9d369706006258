import type { CardPage } from './card-page.ts';
import { holdRun } from './held-run.ts';
import { goToReview } from './main-steps.ts';
import type { Story } from './story.ts';
import { CONTACT_HEADERS, makeContacts } from './thousand-contacts.ts';

/** A way through the card that comes by some of its screens; whoever walks it looks at each of them. */
export interface Tour {
  readonly name: string;
  readonly story: Story;
  readonly walk: (card: CardPage, look: Look) => Promise<void>;
}

/** The name of the screen the card now shows, and where on it to look. */
export type Look = (screen: string, at?: string) => Promise<void>;

/** Every screen of the card: the main job, earlier runs and undo, and each way in which nothing goes on. */
export const TOURS: readonly Tour[] = [
  { name: 'main job', story: { scenario: 'default~tour-main' }, walk: walkMainJob },
  { name: 'repair', story: { scenario: 'default~tour-repair' }, walk: walkRepair },
  { name: 'waiting run', story: { scenario: 'default~tour-run' }, walk: walkRun },
  { name: 'left behind', story: { scenario: 'default~tour-left' }, walk: walkLeftBehind },
  { name: 'ways to write', story: { scenario: 'default~tour-ways' }, walk: walkWays },
  { name: 'named associations', story: { scenario: 'default~tour-named' }, walk: walkNamed },
  { name: 'page', story: { scenario: 'default~tour-page', place: 'page' }, walk: walkPage },
  {
    name: 'long file',
    story: { scenario: 'default~tour-long', variables: { LONG_FILE_BYTES: '0', LONG_PART_ROWS: '60' } },
    walk: walkLong,
  },
  { name: 'first records', story: { scenario: 'default~tour-canary' }, walk: walkCanary },
  { name: 'unreadable input', story: { scenario: 'default~tour-unreadable' }, walk: walkUnreadable },
  {
    name: 'may not run',
    story: { scenario: 'default~tour-may-not', variables: { MAY_RUN: 'team:Sales' } },
    walk: walkMayNot,
  },
  { name: 'missing scope', story: { scenario: 'default~tour-scope' }, walk: walkMissingScope },
  { name: 'no texts', story: { scenario: 'default~tour-mute' }, walk: walkMute },
  { name: 'no function answers', story: { scenario: 'default~tour-silent' }, walk: walkSilent },
];

async function walkMainJob(card: CardPage, look: Look): Promise<void> {
  await look('launcher');
  await card.openPanel();
  await card.text('history');
  await look('data-empty');
  await pasteContacts(card);
  await look('data');
  await card.press('to-match');
  await card.text('columns');
  await look('match');
  await card.press('to-review');
  await card.text('plan-counts');
  await look('review');
  await card.press('compare-0');
  await look('duplicates', 'duplicates');
  await card.press('filter-update');
  await card.press('open-row-0');
  await look('plan', 'filter-update');
  await card.press('run');
  await card.text('outcomes');
  await look('outcomes');
}

/** Two hundred contacts with many kinds of failure, and one of them twice. */
async function pasteContacts(card: CardPage): Promise<void> {
  const rows = makeContacts(await card.records('contacts'), 200).map(({ cells }) => cells);
  const twice = rows[0]?.map((cell, index) => (index === 5 ? '12' : cell)) ?? [];
  await card.paste([CONTACT_HEADERS, ...rows, twice].map((cells) => cells.join('\t')).join('\n'));
  await card.text('first-rows');
}

/** HubSpot alone knows that there is no such top-level domain. */
const REFUSED = ['ben@tour.notadomain', 'cy@tour.nowhere'] as const;

async function walkRepair(card: CardPage, look: Look): Promise<void> {
  await card.openPanel();
  const rows = ['ada@tour.example.org\tAda', `${REFUSED[0]}\tBen`, `${REFUSED[1]}\tCy`, 'no address\tDee'];
  await card.paste(['Email\tFirst Name', ...rows].join('\n'));
  await card.runToEnd();
  await look('refused', 'equation');
  await card.type('retype-0', 'ben@tour.example.org');
  await card.waitForText('retry', 'Retry 1 fixed row');
  await look('repair', 'equation');
  await card.press('retry');
  await card.waitForText('equation', '2 created');
  await card.press('file-failures');
  await card.text('filed');
  await look('filed', 'copy-all');
  await card.press('start-over');
  await card.text('runs');
  await look('history');
  await card.press('undo-run-0');
  await card.text('plan-counts');
  await look('undo');
}

/** Writes are put off: the run waits, and says so. */
async function walkRun(card: CardPage, look: Look): Promise<void> {
  await runManyUntilItWaits(card);
  await look('running');
}

/** Stopped while it waits, the run is left half-way: the launcher of the next page says so. */
async function walkLeftBehind(card: CardPage, look: Look): Promise<void> {
  await runManyUntilItWaits(card);
  await card.press('stop');
  await card.text('equation');
  await look('stopped');
  await card.reload();
  await card.text('left-behind');
  await look('launcher-left');
}

async function runManyUntilItWaits(card: CardPage): Promise<void> {
  await reviewMany(card);
  await holdRun(card);
  await card.press('run');
  await card.waitForText('wait', 'moving this portal');
}

async function reviewMany(card: CardPage): Promise<void> {
  await card.openPanel();
  const rows = Array.from({ length: 1500 }, (_, index) => `row${String(index)}@example.org\tAda`);
  await card.paste(['Email\tFirst Name', ...rows].join('\n'));
  await goToReview(card);
  await card.text('plan-counts');
}

/** So many rows are worth a choice of the way. */
async function walkWays(card: CardPage, look: Look): Promise<void> {
  await reviewMany(card);
  await card.choose('way', /By HubSpot’s import/);
  await look('ways', 'way');
}

/** The column of companies: one by its domain, one that is no company. */
async function walkNamed(card: CardPage, look: Look): Promise<void> {
  await card.openPanel();
  const [company] = (await card.records('companies')).filter(
    ({ archived, properties: { domain = '' } }) => !archived && domain !== '',
  );
  const domain = company?.properties['domain'] ?? '';
  const rows = [`ada@named.example.org\tAda\t${domain}`, 'ben@named.example.org\tBen\tnobody.example.org'];
  await card.paste(['Email\tFirst Name\tWorks for', ...rows].join('\n'));
  await card.press('to-match');
  await card.text('columns');
  await card.choose('property-of-column-2', 'Associate with: Companies');
  await card.text('named-by-of-column-2');
  await look('named-match', 'columns');
  await card.press('to-review');
  await card.text('open-associations');
  await look('named-review', 'open-associations');
  await card.press('run');
  await card.text('open-names');
  await look('named-outcomes', 'equation');
}

/** Every file is long here: two addresses are none, one stands twice. */
async function walkLong(card: CardPage, look: Look): Promise<void> {
  await card.openPanel();
  const addressOf = (row: number): string =>
    row % 90 === 7 ? 'nobody' : `row${String(row % 170)}@long.example.org`;
  const rows = Array.from({ length: 171 }, (_, row) => `${addressOf(row)},Row ${String(row)}`);
  const bytes = new TextEncoder().encode(['Email,First Name', ...rows].join('\n'));
  await card.chooseFile({ name: 'everybody.csv', bytes });
  await card.waitForText('reading', '171 rows');
  await look('long-data');
  await goToReview(card);
  await card.text('long-counts');
  await look('long-review');
  await card.press('run-long');
  await card.text('equation');
  await look('long-outcomes');
}

async function walkPage(page: CardPage, look: Look): Promise<void> {
  await pasteContacts(page);
  await look('page');
}

/** More than a fifth of the first records is refused: the run stops and asks. */
async function walkCanary(card: CardPage, look: Look): Promise<void> {
  await card.openPanel();
  const rows = Array.from(
    { length: 250 },
    (_, index) => `row${String(index)}@example.${index < 3 ? 'badtld' : 'org'}\tAda`,
  );
  await card.paste(['Email\tFirst Name', ...rows].join('\n'));
  await goToReview(card);
  await card.press('run');
  await card.text('canary');
  await look('canary');
}

async function walkUnreadable(card: CardPage, look: Look): Promise<void> {
  await card.openPanel();
  await card.paste('Email,First Name\n');
  await card.text('unreadable');
  await look('unreadable');
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  await card.chooseFile({ name: 'contacts.csv', bytes: picture });
  await card.text('file-problem');
  await look('file-problem');
}

async function walkMayNot(card: CardPage, look: Look): Promise<void> {
  await card.openPanel();
  await card.text('may-not-run');
  await look('may-not-run');
  await card.paste(TWO_CONTACTS);
  await goToReview(card);
  await card.text('plan-counts');
  await look('may-not-run-review');
}

const TWO_CONTACTS = 'Email,First Name\nada.new@example.org,Ada\nbob.new@example.org,Bob\n';

async function walkMissingScope(card: CardPage, look: Look): Promise<void> {
  await card.steer('tokens', {
    action: 'revoke',
    token: 'pat-emulator-0001',
    scopes: ['crm.schemas.contacts.read', 'crm.objects.contacts.read', 'crm.objects.contacts.write'],
  });
  await card.openPanel();
  await card.paste(TWO_CONTACTS);
  await card.press('to-match');
  await card.text('properties-failed');
  await look('missing-scope');
}

async function walkMute(card: CardPage, look: Look): Promise<void> {
  await card.silenceFunctions();
  await card.press('open-panel');
  await card.text('words-failed');
  await look('no-texts');
}

async function walkSilent(card: CardPage, look: Look): Promise<void> {
  await card.openPanel();
  await card.paste(TWO_CONTACTS);
  await card.text('reading');
  await card.press('to-match');
  await card.text('columns');
  await card.silenceFunctions();
  await card.choose('object-type', 'Companies');
  await card.text('properties-failed');
  await look('no-answer');
}
