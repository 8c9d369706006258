import type { HrefProp, Reactions } from '@hubspot/ui-extensions';

/** HubSpot writes a component's `testId` as `data-test-id`. */
export function testAttribute(testId: string | undefined): { readonly 'data-test-id'?: string } {
  return testId === undefined ? {} : { 'data-test-id': testId };
}

/** Joins class names and leaves out what is not one. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}

/** What of a DOM event crosses to the card: the fields of the SDK's ExtensionEvent. */
export interface CardEvent {
  readonly type: string;
  readonly bubbles: boolean;
  readonly timeStamp: number;
  readonly id: string;
}

/** A component's props with click handlers as the host calls them: with a plain event object. */
export type WithCardEvents<Props> = Omit<Props, 'onClick'> & {
  readonly onClick?: (event: CardEvent, reactions: Reactions) => void | Promise<void>;
};

export function cardEventOf(
  event: { readonly type: string; readonly bubbles: boolean; readonly timeStamp: number },
  id: string,
): CardEvent {
  return { type: event.type, bubbles: event.bubbles, timeStamp: event.timeStamp, id };
}

export interface LinkTarget {
  readonly href: string;
  readonly opensNewTab: boolean;
}

const appHost = /^app(-[a-z0-9]+)?\.hubspot\.com$/;

/**
 * Pages of the HubSpot app open in the same tab, everything else in a new one, unless `external`
 * says otherwise (`@hubspot/ui-extensions`, HrefOptions). A record page of the app opens as the
 * workbench's own page of that record, in the same scenario.
 */
export function linkTargetOf(href: HrefProp, page: URL): LinkTarget {
  const { url, external } = typeof href === 'string' ? { url: href, external: undefined } : href;
  const target = URL.canParse(url, page.href) ? new URL(url, page.href) : undefined;
  if (target === undefined) return { href: url, opensNewTab: external ?? true };
  const isAppPage = target.host === page.host || appHost.test(target.host);
  const isRecordPage = isAppPage && /^\/contacts\/\d+\/record\//.test(target.pathname);
  return {
    href: isRecordPage ? recordPageOf(target, page) : target.href,
    opensNewTab: external ?? !isAppPage,
  };
}

function recordPageOf(target: URL, page: URL): string {
  const own = new URL(target.pathname, page.origin);
  const scenario = page.searchParams.get('scenario');
  if (scenario !== null) own.searchParams.set('scenario', scenario);
  return own.href;
}
