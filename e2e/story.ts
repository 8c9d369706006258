/** The portal of its own a story works on, and the locale of the admin in it. */
export interface Story {
  readonly scenario: string;
  readonly locale?: string;
  /** Where the app stands; a card unless told otherwise. */
  readonly place?: 'card' | 'page' | 'action';
  /** For an action: so many contacts are selected, the first ones. */
  readonly selectedCount?: number;
  /** Of the sidebar and of the panel, in pixels; the workbench's own widths unless told. */
  readonly sidebarPx?: number;
  readonly panelPx?: number;
  /** Variables of the deploy profile. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What becomes of the card's built bundle before it is run: a card that is broken on purpose. */
  readonly breakCard?: (source: string) => string;
}

/** All a story says of the bench stands in its address: a query of it. `contactIds` are those that can be selected. */
export function addressOf(story: Story, contactIds: readonly string[]): string {
  const {
    scenario,
    locale = 'en-us',
    place = 'card',
    selectedCount,
    sidebarPx,
    panelPx,
    variables = {},
  } = story;
  const query = new URLSearchParams({ scenario, locale, place });
  if (selectedCount !== undefined) query.set('selected', contactIds.slice(0, selectedCount).join(','));
  if (sidebarPx !== undefined) query.set('sidebar', String(sidebarPx));
  if (panelPx !== undefined) query.set('panel', String(panelPx));
  for (const [name, value] of Object.entries(variables)) query.set(`variable.${name}`, value);
  return query.toString();
}
