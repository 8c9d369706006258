import type { UnreadableInput } from '../input-issue.ts';
import { isBlank } from '../input-record.ts';
import { MAX_CELLS } from '../limits.ts';
import { columnIndexOf, parseCellRange } from './cell-reference.ts';
import type { CellRange } from './cell-reference.ts';
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from './limits.ts';
import { brokenPart } from './read-part.ts';
import { makeTallies } from './tally.ts';
import type { Tallies } from './tally.ts';
import { makeTextCollector } from './text-collector.ts';
import { writeCell } from './write-cell.ts';
import type { CellContext } from './write-cell.ts';
import type { XmlListener } from './xml-reader.ts';
import type { Attributes } from './xml-scanner.ts';

/** A row that is not blank; cells from column A on, `''` where the sheet has none. */
export interface SheetRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: readonly string[];
}

export interface CollectedRows {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
  readonly tallies: Tallies;
  readonly problem: UnreadableInput | null;
}

/** More merged ranges are a broken program's work; the rest of them is not looked at. */
const MAX_MERGES = 100_000;

interface OpenCell {
  readonly columnIndex: number;
  readonly type: string;
  readonly styleIndex: number;
  value: string;
  inlineText: string;
  hasFormula: boolean;
}

/** Collects the rows of a worksheet part while it is read (ECMA-376 part 1, 18.3.1). */
export class RowCollector implements XmlListener {
  private readonly context: CellContext;
  private readonly partName: string;
  private readonly rows: SheetRow[] = [];
  private readonly merges: CellRange[] = [];
  private readonly tallies = makeTallies();
  private readonly inlineText = makeTextCollector();
  private problem: UnreadableInput | null = null;
  private slotCount = 0;
  private row = { number: 0, isHidden: false };
  private cells: string[] = [];
  private nextColumn = 0;
  private cell: OpenCell | null = null;

  constructor(context: CellContext, partName: string) {
    this.context = context;
    this.partName = partName;
  }

  open(name: string, attributes: Attributes): void {
    this.inlineText.open(name);
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'f' && this.cell !== null) this.cell.hasFormula = true;
    else if (name === 'mergeCell' && this.merges.length < MAX_MERGES) {
      const range = parseCellRange(attributes['ref'] ?? '');
      if (range !== null) this.merges.push(range);
    }
  }

  close(name: string, text: string): void {
    const cell = this.cell;
    if (cell === null) {
      if (name === 'row' && !isBlank(this.cells)) this.rows.push({ ...this.row, cells: this.cells });
      return;
    }
    this.inlineText.close(name, text);
    if (name === 'v') cell.value = text;
    else if (name === 'c') this.closeCell(cell);
  }

  hasEnough(): boolean {
    return this.problem !== null;
  }

  collected(): CollectedRows {
    return {
      rows: this.rows,
      merges: this.merges,
      tallies: this.tallies,
      problem: this.problem,
    };
  }

  private openRow(attributes: Attributes): void {
    const number = Number(attributes['r'] ?? this.row.number + 1);
    if (!Number.isInteger(number) || number < 1 || number > MAX_SHEET_ROWS) this.break();
    this.row = { number, isHidden: /^(?:1|true)$/.test(attributes['hidden'] ?? '') };
    this.cells = [];
    this.nextColumn = 0;
  }

  private openCell(attributes: Attributes): void {
    const { r: reference } = attributes;
    const columnIndex = reference === undefined ? this.nextColumn : columnIndexOf(reference);
    if (columnIndex === null || columnIndex >= MAX_SHEET_COLUMNS) {
      this.break();
      return;
    }
    this.nextColumn = columnIndex + 1;
    this.cell = {
      columnIndex,
      type: attributes['t'] ?? 'n',
      styleIndex: Number(attributes['s'] ?? 0),
      value: '',
      inlineText: '',
      hasFormula: false,
    };
  }

  private closeCell(cell: OpenCell): void {
    this.cell = null;
    cell.inlineText = this.inlineText.takeText();
    const written = writeCell(cell, this.context);
    if (written.kind === 'broken') {
      this.break();
      return;
    }
    const { text, finding } = written;
    if (finding !== undefined) this.tallies.note(finding, { rowNumber: this.row.number, found: text });
    if (text !== '' && this.hasRoomFor(cell.columnIndex)) this.place(cell.columnIndex, text);
  }

  /** Gaps before a cell take memory, too: one cell far to the right in every row is a table's worth of them. */
  private hasRoomFor(columnIndex: number): boolean {
    this.slotCount += Math.max(0, columnIndex + 1 - this.cells.length);
    if (this.slotCount > MAX_CELLS)
      this.problem ??= { code: 'too-many-cells', found: this.slotCount, maxCells: MAX_CELLS };
    return this.problem === null;
  }

  private place(columnIndex: number, text: string): void {
    while (this.cells.length < columnIndex) this.cells.push('');
    this.cells[columnIndex] = text;
  }

  private break(): void {
    this.problem ??= brokenPart(this.partName);
  }
}
