import type { Sliced } from '../../slices/sliced.ts';
import type { UnreadableInput } from '../input-issue.ts';
import { builtInDisplay, displayOf } from './number-display.ts';
import type { NumberDisplay } from './number-display.ts';
import { readPartSliced } from './read-part.ts';
import type { PartSource } from './read-part.ts';

/** How cells show their numbers, by the index that cells name as their style. */
export type Styles =
  | { readonly kind: 'styles'; readonly displays: readonly NumberDisplay[] }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput };

/** Excel's own limit of cell formats (Excel specifications and limits), with room. */
const MAX_STYLES = 100_000;

/** Reads `cellXfs`; `cellStyleXfs` looks the same and is what named styles are made of, not cells. */
export function* readStyles(source: PartSource, partName: string | null): Sliced<Styles> {
  if (partName === null) return { kind: 'styles', displays: [] };
  const displays: NumberDisplay[] = [];
  const customDisplays = new Map<number, NumberDisplay>();
  let isInCellFormats = false;
  const problem = yield* readPartSliced(source, partName, {
    open: (name, attributes) => {
      const formatId = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') customDisplays.set(formatId, displayOf(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') isInCellFormats = true;
      else if (name === 'xf' && isInCellFormats)
        displays.push(customDisplays.get(formatId) ?? builtInDisplay(formatId));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellFormats = false;
    },
    hasEnough: () => displays.length > MAX_STYLES,
  });
  return problem === null ? { kind: 'styles', displays } : { kind: 'unreadable', issue: problem };
}
