import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Accordion } from './accordion.tsx';
import { Dropdown, DropdownButtonItem } from './dropdown.tsx';
import { Panel } from './overlays.tsx';
import { StepIndicator } from './step-indicator.tsx';
import { Tab, Tabs } from './tabs.tsx';

afterEach(cleanup);

describe('Tabs', () => {
  it('shows the first tab until another is chosen', async () => {
    const onSelectedChange = vi.fn();
    render(
      <Tabs onSelectedChange={onSelectedChange}>
        <Tab tabId="a" title="Review">
          Rows
        </Tab>
        <Tab tabId="b" title="Totals">
          Numbers
        </Tab>
      </Tabs>,
    );
    expect(screen.getByRole('tabpanel', { name: 'Review' }).textContent).toBe('Rows');
    await userEvent.click(screen.getByRole('tab', { name: 'Totals' }));
    expect(screen.getByRole('tabpanel').textContent).toBe('Numbers');
    expect(onSelectedChange.mock.calls).toEqual([['b']]);
  });

  it('is walked with the arrow keys, past disabled tabs', async () => {
    render(
      <Tabs defaultSelected="a">
        <Tab tabId="a" title="A">
          1
        </Tab>
        <Tab tabId="b" title="B" disabled>
          2
        </Tab>
        <Tab tabId="c" title="C">
          3
        </Tab>
      </Tabs>,
    );
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'C' }).getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'C' }));
  });

  it('follows the card when the card selects', () => {
    const tabs = (selected: string) => (
      <Tabs selected={selected}>
        <Tab tabId="a" title="A">
          1
        </Tab>
        <Tab tabId="b" title="B">
          2
        </Tab>
      </Tabs>
    );
    const { rerender } = render(tabs('a'));
    rerender(tabs('b'));
    expect(screen.getByRole('tabpanel').textContent).toBe('2');
  });
});

describe('Accordion', () => {
  it('opens and closes, and says which', async () => {
    render(<Accordion title="37 rows">Did you mean Customer?</Accordion>);
    const button = screen.getByRole('button', { name: '37 rows' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Did you mean Customer?')).toBeDefined();
  });

  it('leaves opening to the card when the card says so', async () => {
    const onClick = vi.fn();
    render(
      <Accordion title="Rows" open={false} onClick={onClick}>
        Content
      </Accordion>,
    );
    await userEvent.click(screen.getByRole('button'));
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button').getAttribute('aria-expanded')).toBe('false');
  });
});

describe('Dropdown', () => {
  it('opens a menu, walks it by arrow keys and closes it with a choice', async () => {
    const onClick = vi.fn();
    render(
      <Dropdown buttonText="More">
        <DropdownButtonItem onClick={vi.fn()}>Copy</DropdownButtonItem>
        <DropdownButtonItem onClick={onClick}>Undo</DropdownButtonItem>
      </Dropdown>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(document.activeElement?.textContent).toBe('Copy');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes with Escape and gives the focus back', async () => {
    render(
      <Dropdown buttonText="More">
        <DropdownButtonItem>Copy</DropdownButtonItem>
      </Dropdown>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }));
  });

  it('keeps the overlay of an item open after the menu closed', async () => {
    render(
      <Dropdown buttonText="More">
        <DropdownButtonItem overlay={<Panel id="flow" title="Flow" />}>Open</DropdownButtonItem>
      </Dropdown>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Open' }));
    expect(screen.getByRole('dialog', { name: 'Flow' })).toBeDefined();
  });
});

describe('StepIndicator', () => {
  it('marks the current step and tells a click by its index', async () => {
    const onClick = vi.fn();
    render(<StepIndicator stepNames={['Data', 'Match', 'Run']} currentStep={1} onClick={onClick} />);
    const current = screen.getAllByRole('listitem').filter((item) => item.ariaCurrent === 'step');
    expect(current.map((item) => item.textContent)).toEqual(['Match']);
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(onClick.mock.calls).toEqual([[2]]);
  });
});
