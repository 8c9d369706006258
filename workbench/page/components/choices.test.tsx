import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ToggleGroup } from './toggle-group.tsx';
import { Checkbox, RadioButton, Toggle } from './toggles.tsx';

afterEach(cleanup);

const options = [
  { label: 'Overwrite', value: 'overwrite', initialIsChecked: true },
  { label: 'Only fill blanks', value: 'fill', description: 'Keeps what HubSpot has' },
  { label: 'Never', value: 'never', readOnly: true },
];

describe('Checkbox', () => {
  it('gives its state and its value', async () => {
    const onChange = vi.fn();
    render(
      <Checkbox name="rows" value="row-2" onChange={onChange}>
        Row 2
      </Checkbox>,
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Row 2' }));
    expect(onChange.mock.calls).toEqual([[true, 'row-2']]);
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', true);
  });

  it('can be named without a visible text', () => {
    render(<Checkbox aria-label="All rows" />);
    expect(screen.getByRole('checkbox', { name: 'All rows' })).toBeDefined();
  });

  it('follows what the card says', () => {
    const { rerender } = render(<Checkbox checked={false}>Row</Checkbox>);
    rerender(<Checkbox checked>Row</Checkbox>);
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', true);
  });

  it('does not change when it is read-only', async () => {
    const onChange = vi.fn();
    render(
      <Checkbox readOnly onChange={onChange}>
        Row
      </Checkbox>,
    );
    await userEvent.click(screen.getByRole('checkbox'));
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('RadioButton', () => {
  it('gives its state and its value', async () => {
    const onChange = vi.fn();
    render(
      <RadioButton name="mode" value="a" onChange={onChange}>
        Mode A
      </RadioButton>,
    );
    await userEvent.click(screen.getByRole('radio', { name: 'Mode A' }));
    expect(onChange.mock.calls).toEqual([[true, 'a']]);
  });
});

describe('Toggle', () => {
  it('is a switch with a label, operated by keyboard too', async () => {
    const onChange = vi.fn();
    render(<Toggle label="Associate" onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(onChange.mock.calls).toEqual([[true]]);
    expect(screen.getByRole('switch', { name: 'Associate' }).getAttribute('aria-checked')).toBe('true');
  });
});

describe('ToggleGroup', () => {
  it('as radio buttons gives the one value', async () => {
    const onChange = vi.fn();
    render(
      <ToggleGroup
        toggleType="radioButtonList"
        label="Blanks"
        name="blanks"
        options={options}
        onChange={onChange}
      />,
    );
    expect(screen.getByRole('radiogroup', { name: 'Blanks' })).toBeDefined();
    await userEvent.click(screen.getByRole('radio', { name: 'Only fill blanks' }));
    expect(onChange.mock.calls).toEqual([['fill']]);
    expect(screen.getByRole('radio', { name: 'Overwrite' })).toHaveProperty('checked', false);
  });

  it('as checkboxes gives all chosen values', async () => {
    const onChange = vi.fn();
    render(
      <ToggleGroup
        toggleType="checkboxList"
        label="Blanks"
        name="blanks"
        options={options}
        onChange={onChange}
      />,
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only fill blanks' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Overwrite' }));
    expect(onChange.mock.calls).toEqual([[['overwrite', 'fill']], [['fill']]]);
  });

  it('describes an option and leaves a read-only one alone', async () => {
    const onChange = vi.fn();
    render(
      <ToggleGroup
        toggleType="radioButtonList"
        label="Blanks"
        name="blanks"
        options={options}
        onChange={onChange}
      />,
    );
    const fill = screen.getByRole('radio', { name: 'Only fill blanks' });
    const aboutId = fill.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(aboutId)?.textContent).toBe('Keeps what HubSpot has');
    await userEvent.click(screen.getByRole('radio', { name: 'Never' }));
    expect(onChange).not.toHaveBeenCalled();
  });
});
