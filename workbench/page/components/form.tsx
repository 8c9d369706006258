import type { FormProps, Reactions } from '@hubspot/ui-extensions';
import { useId } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { cardEventOf, testAttribute } from './attributes.ts';
import type { CardEvent } from './attributes.ts';
import { useReactions } from './overlay-slot.tsx';

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') values[name] = value;
  }
  return values;
}

interface SubmitEvent extends CardEvent {
  /** Values of the form's fields by their name. */
  readonly targetValue: Readonly<Record<string, string>>;
}

/** The SDK's props with a submit handler as the host calls it: with a plain event object. */
type HostFormProps = Omit<FormProps, 'onSubmit'> & {
  readonly onSubmit?: (event: SubmitEvent, reactions: Reactions) => void | Promise<void>;
};

export function Form(props: HostFormProps): ReactNode {
  const id = useId();
  const reactions = useReactions();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const targetValue = valuesOf(event.currentTarget);
    void props.onSubmit?.({ ...cardEventOf(event, id), targetValue }, reactions);
  };
  return (
    <form
      className="hs-form"
      noValidate
      autoComplete={props.autoComplete ?? 'on'}
      onSubmit={onSubmit}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </form>
  );
}
