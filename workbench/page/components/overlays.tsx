import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { classNames, testAttribute } from './attributes.ts';
import { Dialog } from './dialog.tsx';
import { shortSizeOf } from './sizes.ts';

export function Panel(props: PanelProps): ReactNode {
  return (
    <Dialog
      id={props.id}
      kind="panel"
      className={`hs-panel hs-panel--${shortSizeOf(props.width ?? 'sm')}`}
      title={props.title}
      ariaLabel={props['aria-label']}
      isModal={props.variant === 'modal'}
      onOpen={props.onOpen}
      onClose={props.onClose}
      testId={props.testId}
    >
      {props.children}
    </Dialog>
  );
}

export function PanelBody(props: PanelBodyProps): ReactNode {
  return (
    <div className="hs-panel-body" {...testAttribute(props.testId)}>
      {props.children}
    </div>
  );
}

export function PanelFooter(props: PanelFooterProps): ReactNode {
  return (
    <footer className="hs-panel-footer" {...testAttribute(props.testId)}>
      {props.children}
    </footer>
  );
}

export function PanelSection(props: PanelSectionProps): ReactNode {
  return (
    <section
      className={classNames('hs-panel-section', props.flush === true && 'hs-panel-section--flush')}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </section>
  );
}

export function Modal(props: ModalProps): ReactNode {
  return (
    <Dialog
      id={props.id}
      kind="modal"
      className={classNames(
        'hs-modal',
        `hs-modal--${shortSizeOf(props.width ?? 'sm')}`,
        props.variant === 'danger' && 'hs-modal--danger',
      )}
      title={props.title}
      ariaLabel={props['aria-label']}
      isModal
      onOpen={props.onOpen}
      onClose={props.onClose}
      testId={props.testId}
    >
      {props.children}
    </Dialog>
  );
}

export function ModalBody(props: ModalBodyProps): ReactNode {
  return (
    <div className="hs-modal-body" {...testAttribute(props.testId)}>
      {props.children}
    </div>
  );
}

export function ModalFooter(props: ModalFooterProps): ReactNode {
  return (
    <footer className="hs-modal-footer" {...testAttribute(props.testId)}>
      {props.children}
    </footer>
  );
}
