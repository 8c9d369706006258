import { MAX_XML_DEPTH } from './limits.ts';
import { XmlScanner } from './xml-scanner.ts';
import type { Attributes } from './xml-scanner.ts';

/**
 * What a reader of one part wants to know. Names come without their namespace prefix: some programs write
 * `<x:c>`. `text` is what stands between the last opened tag and the closing one, so all of an element without
 * children. Content of `extLst` (ECMA-376 part 3) is kept away: it repeats names with another meaning.
 */
export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string, text: string) => void;
  /** True when the rest of the part may stay unread. */
  readonly hasEnough: () => boolean;
}

export interface XmlReader {
  readonly read: (text: string) => void;
  readonly end: () => void;
  readonly isTooDeep: () => boolean;
}

const FOREIGN = 'extLst';

/** Well-formed XML only: `read` and `end` throw what the scanner throws. */
export function makeXmlReader(listener: XmlListener): XmlReader {
  let depth = 0;
  let foreignDepth = 0;
  let deepest = 0;
  let text = '';
  const scanner = new XmlScanner({
    open: (name, attributes) => {
      depth += 1;
      deepest = Math.max(deepest, depth);
      text = '';
      const local = localName(name);
      if (foreignDepth > 0) return;
      if (local === FOREIGN) foreignDepth = depth;
      else listener.open(local, attributes);
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (foreignDepth === 0) listener.close(localName(name), text);
      else if (foreignDepth === depth) foreignDepth = 0;
      depth -= 1;
      text = '';
    },
  });
  return {
    read: (piece) => {
      if (deepest <= MAX_XML_DEPTH) scanner.read(piece);
    },
    end: () => {
      scanner.end();
    },
    isTooDeep: () => deepest > MAX_XML_DEPTH,
  };
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
