import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Button } from './buttons.tsx';
import { Alert, EmptyState, ErrorState, LoadingSpinner, ProgressBar } from './feedback.tsx';
import { FileInput } from './file-input.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { AutoGrid, Flex } from './layout.tsx';
import { Link } from './link.tsx';
import { StatusTag, Tag } from './tags.tsx';
import { Input } from './text-inputs.tsx';
import { DescriptionList, DescriptionListItem, Heading, List, Text } from './text.tsx';

afterEach(cleanup);

describe('messages', () => {
  it.each([
    ['info', 'status'],
    ['success', 'status'],
    ['danger', 'alert'],
    ['error', 'alert'],
  ] as const)('an alert of the kind %s has the role %s', (variant, role) => {
    render(<Alert title="Title" variant={variant} />);
    expect(screen.getByRole(role).textContent).toBe('Title');
  });

  it('a progress bar says its value in numbers and in words', () => {
    render(
      <ProgressBar
        title="Writing"
        value={412}
        maxValue={1204}
        showPercentage
        valueDescription="412 of 1,204 rows"
      />,
    );
    const bar = screen.getByRole('progressbar', { name: 'Writing' });
    expect(bar.getAttribute('aria-valuenow')).toBe('412');
    expect(bar.getAttribute('aria-valuemax')).toBe('1204');
    expect(bar.getAttribute('aria-valuetext')).toBe('412 of 1,204 rows');
    expect(screen.getByText('34%')).toBeDefined();
  });

  it('a spinner is announced by its label even when that is not shown', () => {
    render(<LoadingSpinner label="Reading the file" />);
    expect(screen.getByRole('status').textContent).toBe('Reading the file');
  });

  it('empty and error states have their own titles', () => {
    render(
      <>
        <EmptyState title="No runs yet">Later</EmptyState>
        <ErrorState>Try again</ErrorState>
      </>,
    );
    expect(screen.getByRole('heading', { name: 'No runs yet' })).toBeDefined();
    expect(screen.getByRole('heading', { name: 'Something went wrong.' })).toBeDefined();
  });
});

describe('text', () => {
  it('is cut to one line with the whole text as its title', () => {
    render(<Text truncate>A very long text</Text>);
    expect(screen.getByTitle('A very long text').className).toContain('truncated');
  });

  it('takes weight and decoration', () => {
    render(<Text format={{ fontWeight: 'bold', lineDecoration: 'strikethrough' }}>old</Text>);
    const { fontWeight, textDecoration } = screen.getByText('old').style;
    expect([fontWeight, textDecoration]).toEqual(['700', 'line-through']);
  });

  it('has headings, lists and described values', () => {
    render(
      <>
        <Heading>Outcomes</Heading>
        <List variant="ordered">
          <Text>one</Text>
          <Text>two</Text>
        </List>
        <DescriptionList>
          <DescriptionListItem label="Rows">1,204</DescriptionListItem>
        </DescriptionList>
      </>,
    );
    expect(screen.getByRole('heading', { name: 'Outcomes' })).toBeDefined();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['one', 'two']);
    expect(screen.getByRole('definition').textContent).toBe('1,204');
  });

  it('has icons that are silent unless they have a text', () => {
    render(
      <>
        <Icon name="warning" />
        <Icon name="success" screenReaderText="Done" />
      </>,
    );
    expect(screen.getAllByRole('img').map((icon) => icon.ariaLabel)).toEqual(['Done']);
  });
});

describe('tags', () => {
  it('are buttons only when they can be clicked', async () => {
    const onClick = vi.fn();
    render(
      <>
        <Tag>Plain</Tag>
        <Tag onClick={onClick}>Click</Tag>
        <StatusTag variant="danger">Rejected</StatusTag>
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Click' }));
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.getByText('Rejected')).toBeDefined();
  });
});

describe('layout', () => {
  it('turns distances into pixels', () => {
    render(
      <Flex testId="flex" gap="medium" justify="between" direction="column">
        x
      </Flex>,
    );
    const { gap, justifyContent, flexDirection } = screen.getByText('x').style;
    expect([gap, justifyContent, flexDirection]).toEqual(['16px', 'space-between', 'column']);
  });

  it('gives a grid columns of the asked width', () => {
    render(<AutoGrid columnWidth={200}>x</AutoGrid>);
    expect(screen.getByText('x').style.gridTemplateColumns).toContain('200px');
  });
});

describe('actions', () => {
  it('a click gives an event without the DOM in it', async () => {
    const keys: string[] = [];
    render(<Button onClick={(event) => void keys.push(...Object.keys(event))}>Write</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Write' }));
    expect(keys.sort()).toEqual(['bubbles', 'id', 'timeStamp', 'type']);
  });

  it('a disabled button does nothing', async () => {
    const onClick = vi.fn();
    render(
      <Button disabled onClick={onClick}>
        Write
      </Button>,
    );
    await userEvent.click(screen.getByRole('button'));
    expect(onClick).not.toHaveBeenCalled();
  });

  it('a link out of HubSpot opens a new tab and says so', () => {
    render(<Link href="https://example.com/help">Help</Link>);
    const link = screen.getByRole('link', { name: 'Help (opens in a new tab)' });
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('a form gives the values of its fields by name', async () => {
    const onSubmit = vi.fn();
    render(
      <Form onSubmit={onSubmit}>
        <Input label="Key" name="key" />
        <Button type="submit">Save</Button>
      </Form>,
    );
    await userEvent.type(screen.getByLabelText('Key'), 'email{Enter}');
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ targetValue: { key: 'email' } });
  });

  it('a file input gives the file itself, and the same one twice', async () => {
    const onChange = vi.fn();
    const file = new File(['a,b'], 'rows.csv', { type: 'text/csv' });
    render(<FileInput name="file" onChange={onChange} />);
    await userEvent.upload(screen.getByLabelText('Choose file'), file);
    await userEvent.upload(screen.getByLabelText('Choose file'), file);
    expect(onChange.mock.calls).toEqual([[file], [file]]);
    expect(screen.getByText('rows.csv')).toBeDefined();
  });
});
