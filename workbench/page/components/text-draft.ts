import { useRef, useState } from 'react';

/** A card that never echoes must not make every version of a long paste stay in memory. */
const maxUnechoed = 20;

export interface TextDraft {
  readonly text: string;
  /** Every edit: shows it at once and tells the card. */
  edit(text: string): void;
  /** Blur or Enter: tells the card when the text differs from what it last heard. */
  commit(): void;
}

export interface DraftOptions {
  readonly value: string | undefined;
  readonly initial: string;
  readonly onEdit: ((text: string) => void) | undefined;
  readonly onCommit: ((text: string) => void) | undefined;
}

/**
 * The text a person sees while typing. The card answers from another thread: a `value` it echoes
 * from an earlier keystroke must not undo the later ones, any other new `value` replaces the text.
 */
export function useTextDraft(options: DraftOptions): TextDraft {
  const { value, initial, onEdit, onCommit } = options;
  const [text, setText] = useState(value ?? initial);
  const committed = useRef(value ?? initial);
  const lastValue = useRef(value);
  const unechoed = useRef<string[]>([]);

  if (value !== lastValue.current) {
    lastValue.current = value;
    const echoAt = unechoed.current.indexOf(value ?? '');
    if (echoAt >= 0) unechoed.current.splice(0, echoAt + 1);
    else {
      unechoed.current = [];
      committed.current = value ?? '';
      if (text !== (value ?? '')) setText(value ?? '');
    }
  }

  return {
    text,
    edit(next) {
      if (value !== undefined) unechoed.current = [...unechoed.current, next].slice(-maxUnechoed);
      setText(next);
      onEdit?.(next);
    },
    commit() {
      if (text === committed.current) return;
      committed.current = text;
      onCommit?.(text);
    },
  };
}
