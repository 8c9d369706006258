/** Puts the text of `si` or `is` together: one `t`, or runs of rich text with a `t` each. */
export interface TextCollector {
  readonly open: (name: string) => void;
  readonly close: (name: string, text: string) => void;
  /** The text since the last taking. */
  readonly takeText: () => string;
}

/** `rPh` holds the reading aid of Japanese text (furigana), which is no part of the text. */
export function makeTextCollector(): TextCollector {
  let collected = '';
  let isReadingAid = false;
  return {
    open: (name) => {
      if (name === 'rPh') isReadingAid = true;
    },
    close: (name, text) => {
      if (name === 'rPh') isReadingAid = false;
      else if (name === 't' && !isReadingAid) collected += unescapeText(text);
    },
    takeText: () => {
      const text = collected;
      collected = '';
      return text;
    },
  };
}

/** `_x000D_` is a character that XML cannot hold or would change (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
