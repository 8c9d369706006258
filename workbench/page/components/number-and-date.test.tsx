import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { DateInput } from './date-input.tsx';
import { NumberInput } from './number-input.tsx';

afterEach(cleanup);

describe('NumberInput', () => {
  it.each([
    ['42', {}, [[42]]],
    ['1,204', {}, [[1204]]],
    ['500', { max: 100 }, [[100]]],
    ['-5', { min: 1 }, [[1]]],
    ['1.239', { precision: 2 }, [[1.24]]],
    ['many', {}, []],
  ])('reads %s with %j as %j', async (typed, bounds, calls) => {
    const onChange = vi.fn();
    render(<NumberInput label="Size" name="size" onChange={onChange} {...bounds} />);
    await userEvent.type(screen.getByLabelText('Size'), typed);
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual(calls);
  });
});

describe('DateInput', () => {
  it('counts months from zero, as HubSpot does, and adds the formatted date', () => {
    const onChange = vi.fn();
    render(<DateInput label="Day" name="day" format="long" onChange={onChange} />);
    fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2026-03-09' } });
    expect(onChange.mock.calls).toEqual([
      [{ year: 2026, month: 2, date: 9, formattedDate: 'March 9, 2026' }],
    ]);
  });

  it('shows the date the card gives', () => {
    render(<DateInput label="Day" name="day" value={{ year: 2026, month: 0, date: 5 }} />);
    expect(screen.getByLabelText('Day')).toHaveProperty('value', '2026-01-05');
  });
});
