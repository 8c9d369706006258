import type { CrmActionButtonProps, CrmActionLinkProps } from '@hubspot/ui-extensions';
import * as v from 'valibot';
import type { ReactNode } from 'react';

import { linkTargetOf, testAttribute } from './attributes.ts';
import { shortSizeOf } from './sizes.ts';

const recordContext = v.object({ objectTypeId: v.string(), objectId: v.number() });
const urlContext = v.object({ href: v.string() });

/** Opens what the workbench can open; the other actions belong to HubSpot's own windows. */
function perform(props: CrmActionButtonProps | CrmActionLinkProps): void {
  const page = new URL(window.location.href);
  const record = v.safeParse(recordContext, props.actionContext);
  const link = v.safeParse(urlContext, props.actionContext);
  const portal = page.pathname.split('/').slice(0, 3).join('/');
  if (props.actionType === 'EXTERNAL_URL' && link.success) {
    window.open(link.output.href, '_blank', 'noreferrer');
  } else if (
    (props.actionType === 'RECORD_APP_LINK' || props.actionType === 'PREVIEW_OBJECT') &&
    record.success
  ) {
    const { objectTypeId, objectId } = record.output;
    const href = `${portal}/record/${objectTypeId}/${objectId}`;
    window.location.assign(linkTargetOf(href, page).href);
  } else {
    props.onError?.([`${props.actionType} is not available in the workbench`]);
  }
}

export function CrmActionButton(props: CrmActionButtonProps): ReactNode {
  const { variant = 'secondary', size = 'md', type = 'button' } = props;
  return (
    <button
      type={type}
      className={`hs-button hs-button--${variant} hs-button--${shortSizeOf(size)}`}
      disabled={props.disabled}
      onClick={() => {
        props.onClick?.();
        perform(props);
      }}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </button>
  );
}

export function CrmActionLink(props: CrmActionLinkProps): ReactNode {
  return (
    <button
      type="button"
      className={`hs-plain-button hs-link hs-link--${props.variant ?? 'primary'}`}
      onClick={() => {
        props.onClick?.();
        perform(props);
      }}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </button>
  );
}
