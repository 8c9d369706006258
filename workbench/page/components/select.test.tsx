import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Panel } from './overlays.tsx';
import { OverlayStoreContext, createOverlayStore } from './overlay-store.ts';
import { MultiSelect, Select } from './select.tsx';

afterEach(cleanup);

const few = ['Create', 'Update', 'Archive'].map((label) => ({ label, value: label.toLowerCase() }));
const many = Array.from({ length: 12 }, (_, index) => ({ label: `Stage ${index}`, value: index }));

describe('Select', () => {
  it('is named by its label, and shows the placeholder without a value', () => {
    const { rerender } = render(<Select label="What" options={few} placeholder="Choose" />);
    expect(screen.getByRole('combobox', { name: 'What' }).textContent).toBe('Choose');
    rerender(<Select label="What" options={few} value="update" />);
    expect(screen.getByRole('combobox', { name: 'What' }).textContent).toBe('Update');
  });

  it('has no name without a label, whatever its value is', () => {
    render(<Select options={few} value="update" />);
    expect(screen.queryByRole('combobox', { name: /./ })).toBeNull();
  });

  it('opens with a click, and closes and reports with a choice', async () => {
    const onChange = vi.fn();
    render(<Select label="What" options={few} onChange={onChange} />);
    const button = screen.getByRole('combobox', { name: /What/ });
    await userEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await userEvent.click(screen.getByRole('option', { name: 'Archive' }));
    expect(onChange.mock.calls).toEqual([['archive']]);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('is operated with the keyboard alone', async () => {
    const onChange = vi.fn();
    render(<Select label="What" options={few} value="create" onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onChange.mock.calls).toEqual([['update']]);
  });

  it('keeps the focus where the page scrolls under an open list', async () => {
    const onChange = vi.fn();
    render(<Select label="What" options={few} value="create" onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    fireEvent.scroll(document);
    expect(screen.queryByRole('listbox')).toBeNull();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onChange.mock.calls).toEqual([['update']]);
  });

  it('finds an option by its first letter when there is no search box', async () => {
    const onChange = vi.fn();
    render(<Select label="What" options={few} onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}a{Enter}');
    expect(onChange.mock.calls).toEqual([['archive']]);
  });

  it('has a search box from eight options on, and not before', async () => {
    const { rerender } = render(<Select label="Stage" options={many.slice(0, 7)} />);
    await userEvent.click(screen.getByRole('combobox', { name: /Stage/ }));
    expect(screen.queryByRole('combobox', { name: 'Search Stage' })).toBeNull();
    rerender(<Select label="Stage" options={many.slice(0, 8)} />);
    expect(screen.getByRole('combobox', { name: 'Search Stage' })).toBeDefined();
  });

  it('narrows the options to the search and chooses the first hit with Enter', async () => {
    const onChange = vi.fn();
    render(<Select label="Stage" options={many} onChange={onChange} />);
    await userEvent.click(screen.getByRole('combobox', { name: /Stage/ }));
    await userEvent.keyboard('11');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    expect(onChange.mock.calls).toEqual([[11]]);
  });

  it('says so when nothing matches the search', async () => {
    render(<Select label="Stage" options={many} />);
    await userEvent.click(screen.getByRole('combobox', { name: /Stage/ }));
    await userEvent.keyboard('zzz{Enter}');
    expect(screen.getByText('No results found')).toBeDefined();
  });

  it('closes on Escape and leaves the panel around it open', async () => {
    const store = createOverlayStore();
    store.open('flow');
    render(
      <OverlayStoreContext.Provider value={store}>
        <Panel id="flow" title="Flow">
          <Select label="What" options={few} />
        </Panel>
      </OverlayStoreContext.Provider>,
    );
    await userEvent.click(screen.getByRole('combobox', { name: /What/ }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(screen.getByRole('dialog')).toBeDefined();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('cannot be opened when it is read-only', async () => {
    render(<Select label="What" options={few} readOnly />);
    await userEvent.click(screen.getByRole('combobox', { name: /What/ }));
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});

describe('MultiSelect', () => {
  it('stays open while options are added and taken away', async () => {
    const onChange = vi.fn();
    render(<MultiSelect label="What" options={few} value={['create']} onChange={onChange} />);
    await userEvent.click(screen.getByRole('combobox', { name: 'What' }));
    await userEvent.click(screen.getByRole('option', { name: 'Archive' }));
    await userEvent.click(screen.getByRole('option', { name: 'Create' }));
    expect(onChange.mock.calls).toEqual([[['create', 'archive']], [['archive']]]);
    expect(screen.getByRole('listbox').getAttribute('aria-multiselectable')).toBe('true');
  });
});
