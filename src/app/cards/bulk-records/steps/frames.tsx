import { Divider, Flex, PanelBody, PanelFooter, PanelSection } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

/** What a screen consists of, wherever it stands. */
interface FrameProps {
  readonly head?: ReactNode;
  readonly children?: ReactNode;
  readonly foot?: ReactNode;
  /** The way on. */
  readonly footer?: ReactNode;
}

export type Frame = (props: FrameProps) => ReactNode;

/** A panel scrolls its body and keeps its footer in view. */
export function PanelFrame({ head, children, foot, footer }: FrameProps) {
  return (
    <>
      <PanelBody>
        {head && <PanelSection>{head}</PanelSection>}
        {children && <PanelSection flush={true}>{children}</PanelSection>}
        {foot && <PanelSection>{foot}</PanelSection>}
      </PanelBody>
      {footer && <PanelFooter>{footer}</PanelFooter>}
    </>
  );
}

/** Where HubSpot gives the whole place: it scrolls as a page does. */
export function PageFrame({ head, children, foot, footer }: FrameProps) {
  return (
    <Flex direction="column" gap="md">
      {head}
      {children}
      {foot}
      {footer && <Divider />}
      {/* A row: in a column a single button would be as wide as the page. */}
      {footer && <Flex direction="row">{footer}</Flex>}
    </Flex>
  );
}
