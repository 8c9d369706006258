import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Button, LoadingButton } from './buttons.tsx';
import { Form } from './form.tsx';
import { Tooltip } from './hint.tsx';
import { Modal, ModalBody, Panel, PanelBody, PanelFooter } from './overlays.tsx';
import { OverlayStoreContext, createOverlayStore } from './overlay-store.ts';
import type { OverlayStore } from './overlay-store.ts';

afterEach(cleanup);

function renderPage(content: ReactNode): OverlayStore {
  const store = createOverlayStore();
  render(<OverlayStoreContext.Provider value={store}>{content}</OverlayStoreContext.Provider>);
  return store;
}

const flow = (
  <Panel id="flow" title="Add records" width="lg">
    <PanelBody>
      <Button>First</Button>
    </PanelBody>
    <PanelFooter>
      <Button>Last</Button>
    </PanelFooter>
  </Panel>
);

describe('a panel given as overlay', () => {
  it('is not there until its button is clicked', async () => {
    renderPage(<Button overlay={flow}>Open</Button>);
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(screen.getByRole('dialog', { name: 'Add records' })).toBeDefined();
  });

  it('takes the focus and gives it back to the button', async () => {
    renderPage(<Button overlay={flow}>Open</Button>);
    const button = screen.getByRole('button', { name: 'Open' });
    await userEvent.click(button);
    expect(document.activeElement).toBe(screen.getByRole('dialog'));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('keeps Tab inside, forwards and backwards', async () => {
    renderPage(<Button overlay={flow}>Open</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await userEvent.tab({ shift: true });
    expect(document.activeElement?.textContent).toBe('Last');
    await userEvent.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Close');
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('First');
  });

  it('is closed by id, as closeOverlay does it', async () => {
    const store = renderPage(<Button overlay={flow}>Open</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    store.close('other');
    expect(screen.queryByRole('dialog')).not.toBeNull();
    store.close('flow');
    await vi.waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it('is opened and closed by the reactions of a click handler', async () => {
    const panel = (
      <Panel id="flow" title="Add records">
        <Button
          onClick={(_, reactions) => {
            reactions.closePanel('flow');
          }}
        >
          Done
        </Button>
      </Panel>
    );
    renderPage(<Button overlay={panel}>Open</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('tells the card when it opened and closed', async () => {
    const calls: string[] = [];
    const panel = (
      <Panel id="flow" onOpen={() => calls.push('open')} onClose={() => calls.push('close')}>
        Content
      </Panel>
    );
    renderPage(<Button overlay={panel}>Open</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(calls).toEqual(['open', 'close']);
  });

  it('is only modal to screen readers in the modal variant', () => {
    const store = renderPage(
      <>
        <Panel id="plain" title="Plain" />
        <Panel id="strict" title="Strict" variant="modal" />
      </>,
    );
    store.open('plain');
    store.open('strict');
    return vi.waitFor(() => {
      expect(screen.getByRole('dialog', { name: 'Plain' }).getAttribute('aria-modal')).toBeNull();
      expect(screen.getByRole('dialog', { name: 'Strict' }).getAttribute('aria-modal')).toBe('true');
    });
  });
});

describe('a modal', () => {
  it('over a panel is the one Escape closes first', async () => {
    const modal = (
      <Modal id="sure" title="Sure?">
        <ModalBody>Really</ModalBody>
      </Modal>
    );
    const panel = (
      <Panel id="flow" title="Flow">
        <Button overlay={modal}>Ask</Button>
      </Panel>
    );
    renderPage(<Button overlay={panel}>Open</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog', { name: 'Sure?' })).toBeNull();
    expect(screen.getByRole('dialog', { name: 'Flow' })).toBeDefined();
  });

  it('does not submit the form its button stands in', async () => {
    const onSubmit = vi.fn();
    const modal = (
      <Modal id="sure" title="Sure?">
        <Form onSubmit={vi.fn()}>
          <Button type="submit">Inner</Button>
        </Form>
      </Modal>
    );
    renderPage(
      <Form onSubmit={onSubmit}>
        <Button overlay={modal}>Ask</Button>
      </Form>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
    await userEvent.click(screen.getByRole('button', { name: 'Inner' }));
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('a loading button', () => {
  it('is disabled and announced while it loads', () => {
    renderPage(<LoadingButton loading>Write</LoadingButton>);
    expect(screen.getByRole('button')).toHaveProperty('disabled', true);
    expect(screen.getByRole('status', { name: 'Loading' })).toBeDefined();
  });

  it('opens its overlay when loading ends, if told so', () => {
    const options = { openBehavior: 'onLoadingFinish' } as const;
    const { rerender } = render(
      <LoadingButton loading overlay={flow} overlayOptions={options}>
        Write
      </LoadingButton>,
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    rerender(
      <LoadingButton loading={false} overlay={flow} overlayOptions={options}>
        Write
      </LoadingButton>,
    );
    expect(screen.getByRole('dialog')).toBeDefined();
  });
});

describe('a tooltip given as overlay', () => {
  it('describes its button while that has the focus', async () => {
    renderPage(<Button overlay={<Tooltip>Restores the old values</Tooltip>}>Undo</Button>);
    expect(screen.queryByRole('tooltip')).toBeNull();
    await userEvent.tab();
    const tooltip = screen.getByRole('tooltip');
    expect(tooltip.textContent).toBe('Restores the old values');
    expect(screen.getByRole('button').getAttribute('aria-describedby')).toBe(tooltip.id);
    await userEvent.tab();
    expect(screen.queryByRole('tooltip')).toBeNull();
  });
});
