import { strToU8, zipSync } from 'fflate';

/** `sheetData` is the XML inside that element; `before` and `after` stand around it. */
export interface SheetSource {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly sheetData?: string;
  readonly before?: string;
  readonly after?: string;
}

export interface WorkbookSource {
  readonly sheets: readonly SheetSource[];
  /** The XML inside of each `si`. */
  readonly sharedStrings?: readonly string[];
  /** Cell style 1 is the first of them, and so on; a number is a built-in format, a text a format code. */
  readonly formats?: readonly (number | string)[];
  readonly startsIn1904?: boolean;
  /** Namespace prefix of every element. */
  readonly prefix?: string;
  /** Parts to add, to replace or (null) to leave out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A minimal XLSX file. */
export function makeWorkbook(source: WorkbookSource): Uint8Array {
  const texts = { ...partsOf(source), ...source.parts };
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(texts)) {
    if (content !== null) files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files);
}

/** A workbook of one sheet. */
export function makeSheet(sheetData: string, rest: Omit<WorkbookSource, 'sheets'> = {}): Uint8Array {
  return makeWorkbook({ sheets: [{ sheetData }], ...rest });
}

/** Rows of XML cells, numbered from 1. */
export function xmlRows(...rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, index) => `<row r="${index + 1}">${cells.map((cell) => cellAt(cell)).join('')}</row>`)
    .join('');
}

/** A text becomes an inline string; what starts with `<c` is taken as it is. */
function cellAt(cell: string): string {
  return cell.startsWith('<c') ? cell : inlineText(cell);
}

export function inlineText(text: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}

/** As Excel writes text: XML's characters as entities, what XML cannot hold as `_x0000_`. */
export function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd]|\r/g, (character) =>
      isPair(character)
        ? character
        : `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function isPair(character: string): boolean {
  return character.length === 2;
}

function partsOf(source: WorkbookSource): Record<string, string> {
  const { sheets, sharedStrings, formats } = source;
  const strings = sharedStrings?.map((inner) => `<si>${inner}</si>`).join('') ?? '';
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(source),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': main('workbook', workbookXml(source), source),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ...(sharedStrings === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
      ...(formats === undefined ? [] : [['styles', 'styles.xml'] as const]),
    ]),
  };
  if (sharedStrings !== undefined) parts['xl/sharedStrings.xml'] = main('sst', strings, source);
  if (formats !== undefined) parts['xl/styles.xml'] = main('styleSheet', stylesXml(formats), source);
  sheets.forEach(({ before = '', sheetData = '', after = '' }, index) => {
    const inner = `${before}<sheetData>${sheetData}</sheetData>${after}`;
    parts[`xl/worksheets/sheet${index + 1}.xml`] = main('worksheet', inner, source);
  });
  return parts;
}

function contentTypes({ sheets, sharedStrings, formats }: WorkbookSource): string {
  const types = [
    ['workbook', 'sheet.main'],
    ...sheets.map((_, index) => [`worksheets/sheet${index + 1}`, 'worksheet']),
    ...(sharedStrings === undefined ? [] : [['sharedStrings', 'sharedStrings']]),
    ...(formats === undefined ? [] : [['styles', 'styles']]),
  ];
  const list = types.map(
    ([part = '', type = '']) =>
      `<Override PartName="/xl/${part}.xml" ContentType="${SPREADSHEET}.${type}+xml"/>`,
  );
  const rels =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return `<Types xmlns="${CONTENT_TYPES}">${rels}${list.join('')}</Types>`;
}

function workbookXml({ sheets, startsIn1904 = false }: WorkbookSource): string {
  const entries = sheets.map(({ name, state }, index) => {
    const attributes = `name="${escapeText(name ?? `Sheet${index + 1}`)}" sheetId="${index + 1}" r:id="rId${index + 1}"`;
    return `<sheet ${attributes}${state === undefined ? '' : ` state="${state}"`}/>`;
  });
  return `<workbookPr${startsIn1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets>`;
}

/** The named styles in front have formats of their own, which no cell must take. */
function stylesXml(formats: readonly (number | string)[]): string {
  const custom = formats.map((format, index) =>
    typeof format === 'number' ? '' : numberFormat(format, index),
  );
  const ids = formats.map((format, index) => (typeof format === 'number' ? format : 164 + index));
  const cellFormats = [0, ...ids].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`);
  return `<numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/><xf numFmtId="9"/></cellStyleXfs><cellXfs>${cellFormats.join('')}</cellXfs>`;
}

function numberFormat(code: string, index: number): string {
  return `<numFmt numFmtId="${164 + index}" formatCode="${escapeText(code).replaceAll('"', '&quot;')}"/>`;
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const list = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;
}

function main(root: string, inner: string, { prefix }: WorkbookSource): string {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const xml = `<${root}>${inner}</${root}>`;
  const namespaces = `xmlns${prefix === undefined ? '' : `:${prefix}`}="${MAIN}" xmlns:r="${OFFICE}"`;
  const prefixed = prefix === undefined ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}:`);
  return head + prefixed.replace(/^<[\w:]+/, (opened) => `${opened} ${namespaces}`);
}
