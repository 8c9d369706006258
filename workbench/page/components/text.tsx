import type {
  DescriptionListItemProps,
  DescriptionListProps,
  HeadingProps,
  ListProps,
  TextProps,
} from '@hubspot/ui-extensions';
import { Children } from 'react';
import type { CSSProperties, ReactNode } from 'react';

import { classNames, testAttribute } from './attributes.ts';

type TextFormat = NonNullable<TextProps['format']>;

const fontWeights = { regular: 400, demibold: 600, bold: 700 } as const;
const decorations = { none: 'none', underline: 'underline', strikethrough: 'line-through' } as const;

function formatStyle(format: TextFormat): CSSProperties {
  const { fontWeight, italic, lineDecoration, textTransform } = format;
  return {
    ...(fontWeight === undefined ? {} : { fontWeight: fontWeights[fontWeight] }),
    ...(italic === true ? { fontStyle: 'italic' } : {}),
    ...(lineDecoration === undefined ? {} : { textDecoration: decorations[lineDecoration] }),
    ...(textTransform === undefined || textTransform === 'sentenceCase' ? {} : { textTransform }),
  };
}

function truncation(props: TextProps): { readonly style: CSSProperties; readonly title?: string } {
  const { truncate = false } = props;
  if (truncate === false) return { style: {} };
  const { maxWidth, tooltipText } = truncate === true ? {} : truncate;
  const text = tooltipText ?? plainText(props.children);
  return { style: maxWidth === undefined ? {} : { maxWidth }, ...(text ? { title: text } : {}) };
}

function plainText(children: ReactNode): string {
  return Children.toArray(children)
    .filter((child) => typeof child === 'string')
    .join('');
}

export function Text(props: TextProps): ReactNode {
  const { variant = 'bodytext', inline = false, format = {}, truncate = false } = props;
  const Element = inline ? 'span' : 'div';
  const cut = truncation(props);
  return (
    <Element
      className={classNames(
        'hs-text',
        variant === 'microcopy' && 'hs-text--microcopy',
        truncate !== false && 'hs-text--truncated',
        format.textTransform === 'sentenceCase' && 'hs-text--sentence-case',
      )}
      style={{ ...formatStyle(format), ...cut.style }}
      title={cut.title}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </Element>
  );
}

export function Heading(props: HeadingProps): ReactNode {
  return (
    <h2
      className={classNames('hs-heading', props.inline === true && 'hs-heading--inline')}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </h2>
  );
}

export function List(props: ListProps): ReactNode {
  const { variant = 'unordered' } = props;
  const Element = variant.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Element className={`hs-list hs-list--${variant}`} {...testAttribute(props.testId)}>
      {Children.toArray(props.children).map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </Element>
  );
}

export function DescriptionList(props: DescriptionListProps): ReactNode {
  const { direction = 'column' } = props;
  return (
    <dl className={`hs-description-list hs-description-list--${direction}`} {...testAttribute(props.testId)}>
      {props.children}
    </dl>
  );
}

export function DescriptionListItem(props: DescriptionListItemProps): ReactNode {
  return (
    <div className="hs-description-list-item" {...testAttribute(props.testId)}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
