import { PLACES } from '../page-facts.ts';
import type { Place, RecordAddress } from '../page-facts.ts';

/** Everything of the bench's state lives in the address, so that every bug report is a link. */
export interface BenchAddress extends RecordAddress {
  readonly portalId: string;
  readonly sidebarWidthPx: number;
  /** Overrides the width of every panel; `undefined`: the width the card asks for. */
  readonly panelWidthPx: number | undefined;
  readonly place: Place;
  /** For an action: the records that are selected; the one of the address unless others are named. */
  readonly selectedIds: readonly string[];
}

export const defaultSidebarWidthPx = 320;

const recordPath = /^\/contacts\/(?<portalId>\d+)\/record\/(?<objectTypeId>[^/]+)\/(?<recordId>[^/]+)/;

function pixelsOf(text: string | null): number | undefined {
  const pixels = Number(text ?? '');
  return Number.isInteger(pixels) && pixels >= 200 && pixels <= 1600 ? pixels : undefined;
}

/** Decodes `/contacts/<portal>/record/<type>/<record>?scenario=&sidebar=&panel=&place=&selected=`. */
export function parseBenchAddress(url: URL): BenchAddress {
  const groups = recordPath.exec(url.pathname)?.groups ?? {};
  const recordId = decodeURIComponent(groups.recordId ?? '');
  const selected = url.searchParams.get('selected') ?? recordId;
  return {
    portalId: groups.portalId ?? '',
    objectTypeId: decodeURIComponent(groups.objectTypeId ?? ''),
    recordId,
    scenario: url.searchParams.get('scenario') ?? 'default',
    sidebarWidthPx: pixelsOf(url.searchParams.get('sidebar')) ?? defaultSidebarWidthPx,
    panelWidthPx: pixelsOf(url.searchParams.get('panel')),
    place: PLACES.find((place) => place === url.searchParams.get('place')) ?? 'card',
    selectedIds: selected.split(',').filter((id) => id !== ''),
  };
}

/** The address with another scenario, record type or width; the record is chosen by the server. */
export function addressWith(url: URL, changes: Readonly<Record<string, string>>): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(changes)) next.searchParams.set(name, value);
  return next.href;
}

/** A page of any record of another type in the same portal. */
export function addressOfType(url: URL, objectTypeId: string): string {
  const next = new URL(url);
  const { portalId } = parseBenchAddress(url);
  next.pathname = `/contacts/${portalId}/record/${encodeURIComponent(objectTypeId)}`;
  return next.href;
}
