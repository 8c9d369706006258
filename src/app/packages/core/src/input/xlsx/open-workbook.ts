import type { UnreadableInput } from '../input-issue.ts';
import { parseCellRange } from './cell-reference.ts';
import { describeForeignFile } from './foreign-file.ts';
import { MAX_ENTRIES } from './limits.ts';
import { brokenPart, hasPart, partKey, readPart } from './read-part.ts';
import type { PartSource } from './read-part.ts';
import { readRelationships } from './relationships.ts';
import type { Relationship } from './relationships.ts';
import type { Archive, OpenedWorkbook, Sheet, SheetSize, SheetVisibility } from './workbook.ts';
import { localName } from './xml-reader.ts';
import type { Attributes } from './xml-scanner.ts';
import { listZipEntries } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

/**
 * Opens an XLSX file (also XLSM, XLTX and Strict Open XML): names its sheets without reading them. Never
 * throws; what is no such file, damaged or too large comes back as an issue.
 */
export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  const foreign = describeForeignFile(bytes);
  if (foreign !== null) return unreadable(foreign);
  const listed = listZipEntries(bytes, MAX_ENTRIES);
  if (listed === undefined) return unreadable(brokenPart('ZIP directory'));
  if (listed.length > MAX_ENTRIES)
    return unreadable({ code: 'workbook-too-large', limit: 'entries', max: MAX_ENTRIES });
  const archive = { bytes, entries: indexEntries(listed) };
  return openPackage({ archive, spent: { inflatedBytes: 0 } });
}

function openPackage(source: PartSource): OpenedWorkbook {
  const top = readRelationships(source, '');
  if (top.kind === 'unreadable') return top;
  const partName = top.list.find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (partName.endsWith('.bin')) return unreadable({ code: 'not-a-workbook', found: 'xlsb' });
  if (!hasPart(source.archive, partName)) return unreadable(missingWorkbook(source.archive));
  const relationships = readRelationships(source, partName);
  if (relationships.kind === 'unreadable') return relationships;
  const content = readContent(source, partName);
  if (content.kind === 'unreadable') return content;
  const sheets = findSheets(content.entries, relationships.list).map((sheet) => ({
    ...sheet,
    declaredSize: readDeclaredSize(source, sheet.partName),
  }));
  if (sheets.length === 0) return unreadable({ code: 'empty' });
  const target = (kind: string) =>
    relationships.list.find((each) => each.kind === kind && hasPart(source.archive, each.target))?.target ??
    null;
  const parts = { sharedStrings: target('sharedStrings'), styles: target('styles') };
  const { startsIn1904 } = content;
  return { kind: 'workbook', workbook: { sheets, archive: source.archive, parts, startsIn1904 } };
}

function unreadable(issue: UnreadableInput): OpenedWorkbook {
  return { kind: 'unreadable', issue };
}

/** ZIP files of another kind, and workbooks in Excel's binary format, come as far as here. */
function missingWorkbook(archive: Archive): UnreadableInput {
  if (hasPart(archive, 'xl/workbook.bin')) return { code: 'not-a-workbook', found: 'xlsb' };
  return [...archive.entries.keys()].some((key) => key.startsWith('xl/'))
    ? brokenPart('xl/workbook.xml')
    : { code: 'not-a-workbook', found: 'other' };
}

function indexEntries(listed: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (const entry of listed) {
    const key = partKey(entry.name);
    if (!entries.has(key)) entries.set(key, entry);
  }
  return entries;
}

interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly relationshipId: string;
}

type WorkbookContent =
  | { readonly kind: 'content'; readonly entries: readonly SheetEntry[]; readonly startsIn1904: boolean }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput };

function readContent(source: PartSource, partName: string): WorkbookContent {
  const entries: SheetEntry[] = [];
  let startsIn1904 = false;
  const problem = readPart(source, partName, {
    open: (name, attributes) => {
      if (name === 'sheet') entries.push(sheetEntryOf(attributes));
      if (name === 'workbookPr') startsIn1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    },
    close: () => undefined,
    hasEnough: () => entries.length > MAX_ENTRIES,
  });
  return problem === null
    ? { kind: 'content', entries, startsIn1904 }
    : { kind: 'unreadable', issue: problem };
}

/** The id stands under whatever prefix the file gives the namespace of relationships. */
function sheetEntryOf(attributes: Attributes): SheetEntry {
  const [, relationshipId = ''] =
    Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === 'id') ?? [];
  return { name: attributes['name'] ?? '', visibility: visibilityOf(attributes['state']), relationshipId };
}

function visibilityOf(state: string | undefined): SheetVisibility {
  if (state === 'veryHidden') return 'very-hidden';
  return state === 'hidden' ? 'hidden' : 'visible';
}

/** Worksheets only: a chart sheet has no cells. */
function findSheets(
  entries: readonly SheetEntry[],
  relationships: readonly Relationship[],
): readonly Omit<Sheet, 'declaredSize'>[] {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  return entries.flatMap(({ name, visibility, relationshipId }) => {
    const relationship = byId.get(relationshipId);
    return relationship?.kind === 'worksheet' ? [{ name, visibility, partName: relationship.target }] : [];
  });
}

/** A sheet's head says its size; the cells after it stay packed. */
function readDeclaredSize(source: PartSource, partName: string): SheetSize | null {
  let size: SheetSize | null = null;
  let isPast = false;
  readPart(source, partName, {
    open: (name, attributes) => {
      if (name === 'dimension') size = sizeOf(attributes['ref'] ?? '');
      if (name === 'sheetData') isPast = true;
    },
    close: () => undefined,
    hasEnough: () => isPast || size !== null,
  });
  return size;
}

function sizeOf(reference: string): SheetSize | null {
  const last = parseCellRange(reference)?.last;
  return last === undefined ? null : { rowCount: last.rowNumber, columnCount: last.columnIndex + 1 };
}
