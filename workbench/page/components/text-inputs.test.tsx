import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Input, SearchInput, TextArea } from './text-inputs.tsx';

afterEach(cleanup);

describe('Input', () => {
  it('is found by its label and carries its test id', () => {
    render(<Input label="Key" name="key" testId="key-field" />);
    expect(screen.getByLabelText('Key').getAttribute('data-test-id')).toBe('key-field');
  });

  it('tells every edit at once and the value when the field is left', async () => {
    const onInput = vi.fn();
    const onChange = vi.fn();
    render(<Input label="Key" name="key" onInput={onInput} onChange={onChange} />);
    await userEvent.type(screen.getByLabelText('Key'), 'ab');
    expect(onInput.mock.calls).toEqual([['a'], ['ab']]);
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([['ab']]);
  });

  it('commits on Enter, and does not commit the same text twice', async () => {
    const onChange = vi.fn();
    render(<Input label="Key" name="key" onChange={onChange} />);
    await userEvent.type(screen.getByLabelText('Key'), 'ab{Enter}');
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([['ab']]);
  });

  it('keeps later keystrokes when the card echoes an earlier one', async () => {
    const { rerender } = render(<Input label="Key" name="key" value="" onInput={vi.fn()} />);
    await userEvent.type(screen.getByLabelText('Key'), 'abc');
    rerender(<Input label="Key" name="key" value="a" onInput={vi.fn()} />);
    expect(screen.getByLabelText('Key')).toHaveProperty('value', 'abc');
  });

  it('shows a value the card sets by itself', async () => {
    const { rerender } = render(<Input label="Key" name="key" value="" />);
    await userEvent.type(screen.getByLabelText('Key'), 'abc');
    rerender(<Input label="Key" name="key" value="other" />);
    expect(screen.getByLabelText('Key')).toHaveProperty('value', 'other');
  });

  it('ties description and error message to the control', () => {
    render(
      <Input
        label="Key"
        name="key"
        description="What records are matched by"
        error
        validationMessage="Choose a key"
      />,
    );
    const input = screen.getByLabelText('Key');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['What records are matched by', 'Choose a key']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toBe('Choose a key');
  });

  it('cannot be edited when it is read-only', async () => {
    render(<Input label="Key" name="key" value="email" readOnly />);
    await userEvent.type(screen.getByLabelText('Key'), 'x');
    expect(screen.getByLabelText('Key')).toHaveProperty('value', 'email');
  });

  it('hides what is typed into a password', () => {
    render(<Input label="Secret" name="secret" type="password" />);
    expect(screen.getByLabelText('Secret')).toHaveProperty('type', 'password');
  });
});

describe('TextArea', () => {
  it('takes a paste as it comes, tabs and line ends included', async () => {
    const onInput = vi.fn();
    render(<TextArea label="Records" name="records" onInput={onInput} />);
    await userEvent.click(screen.getByLabelText('Records'));
    await userEvent.paste('a\tb\n1\t2\n');
    expect(onInput.mock.calls).toEqual([['a\tb\n1\t2\n']]);
  });

  it('starts a new line on Enter instead of committing', async () => {
    const onChange = vi.fn();
    render(<TextArea label="Records" name="records" onChange={onChange} />);
    await userEvent.type(screen.getByLabelText('Records'), 'a{Enter}b');
    expect(screen.getByLabelText('Records')).toHaveProperty('value', 'a\nb');
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('SearchInput', () => {
  it('can be cleared with its button, which tells the card', async () => {
    const onInput = vi.fn();
    render(<SearchInput label="Find" name="find" onInput={onInput} />);
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    await userEvent.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(onInput.mock.calls).toEqual([['x'], ['']]);
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });
});
