import {
  Button,
  Checkbox,
  ExtensionEvent,
  Input,
  Link,
  MultiSelect,
  Select,
  TextArea,
} from '@hubspot/ui-extensions';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import type { Card } from './open-card.tsx';

/** Something an admin can do with what the card shows. */
export interface Act {
  /** The kind of the component, its test id, and what is entered. */
  readonly name: string;
  readonly perform: () => void;
}

/** What somebody without a plan does next: a number below the one given. */
export type Pick = (count: number) => number;

/** Everything that can be pressed, chosen, typed or pasted now; one value for each. */
export function possibleActs(card: Card, texts: readonly string[], pick: Pick): readonly Act[] {
  return [...presses(card), ...choices(card, pick), ...entries(card, texts, pick)];
}

const reactions = {
  openPanel: () => undefined,
  closePanel: () => undefined,
  openModal: () => undefined,
  closeModal: () => undefined,
};

function presses(card: Card): readonly Act[] {
  const click = () => new ExtensionEvent(new Event('click'));
  const buttons = card.findAll(Button).flatMap(({ props: { disabled, onClick, testId } }): Act[] => {
    if (disabled === true || onClick === undefined) return [];
    return [{ name: `press ${String(testId)}`, perform: () => void onClick(click(), reactions) }];
  });
  const links = card.findAll(Link).flatMap(({ props: { onClick, testId } }): Act[] => {
    if (onClick === undefined) return [];
    return [{ name: `follow ${String(testId)}`, perform: () => void onClick(click(), reactions) }];
  });
  return [...buttons, ...links];
}

function choices(card: Card, pick: Pick): readonly Act[] {
  const lists = card.findAll(Select).flatMap(({ props: { options = [], onChange, testId } }): Act[] => {
    const option = options[pick(Math.max(1, options.length))];
    if (option === undefined || onChange === undefined) return [];
    const perform = () => {
      onChange(option.value);
    };
    return [{ name: `choose ${String(testId)} ${String(option.value)}`, perform }];
  });
  const severals = card.findAll(MultiSelect).map(({ props: { options, onChange, name } }): Act => {
    const values = options.filter(() => pick(2) === 0).map(({ value }) => value);
    return { name: `choose ${name} ${values.join()}`, perform: () => onChange?.(values) };
  });
  const checks = card.findAll(Checkbox).map(({ props: { checked, onChange, testId } }): Act => {
    return { name: `check ${String(testId)}`, perform: () => onChange?.(checked !== true, '') };
  });
  return [...lists, ...severals, ...checks];
}

/** Typed into fields of one line. */
const WORDS = ['', 'new@example.org', 'x', '2020-01-02', '77'];

function entries(card: Card, texts: readonly string[], pick: Pick): readonly Act[] {
  const fields = card.findAll(Input).map(({ props: { onInput, onChange, testId } }): Act => {
    const word = WORDS[pick(WORDS.length)] ?? '';
    const perform = () => {
      onInput?.(word);
      onChange?.(word);
    };
    return { name: `type ${String(testId)} ${word}`, perform };
  });
  const areas = card.findAll(TextArea).map(({ props: { onInput, onChange, testId } }): Act => {
    const text = texts[pick(texts.length)] ?? '';
    const perform = () => {
      onInput?.(text);
      onChange?.(text);
    };
    return { name: `paste ${String(testId)} ${JSON.stringify(text.slice(0, 40))}`, perform };
  });
  const files = card.findAll(FileInput).map(({ props: { onChange } }): Act => {
    const text = texts[pick(texts.length)] ?? '';
    const perform = () => {
      onChange(new File([text], 'rows.csv'));
    };
    return { name: `choose a file ${JSON.stringify(text.slice(0, 40))}`, perform };
  });
  return [...fields, ...areas, ...files];
}
