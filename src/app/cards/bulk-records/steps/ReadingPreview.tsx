import {
  Alert,
  AutoGrid,
  Flex,
  List,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import {
  DELIMITERS,
  ENCODINGS,
  type Reading,
  type ReadingChoices,
  type TableReading,
  type TextForm,
  type Workbook,
} from '@bulk-records/core';

import { say } from '../copy/say.ts';
import {
  describeInputIssue,
  describeOtherEncoding,
  describeReading,
  describeRunnerUp,
  describeUnreadable,
  ENCODING_NAMES,
  nameOfForm,
} from '../copy/input-words.ts';
import type { Input } from '../state/flow-state.ts';
import { headerOf } from './column-name.ts';

interface ReadingPreviewProps {
  readonly input: Input;
  /** Those in force, which may be newer than those the input was read by. */
  readonly choices: ReadingChoices;
  readonly onChoose: (choices: ReadingChoices) => void;
}

/** What was understood, how to correct it, and the first rows as proof. */
export function ReadingPreview({ input, choices, onChoose }: ReadingPreviewProps) {
  const { reading, decoded } = input;
  const runnerUp = describeRunnerUp(reading);
  return (
    <Flex direction="column" gap="sm">
      {reading.kind === 'table' ? (
        <Text testId="reading" format={{ fontWeight: 'demibold' }}>
          {describeReading(reading, decoded?.encoding ?? null, estimateOf(input))}
        </Text>
      ) : (
        <Alert testId="unreadable" variant="warning" title={describeUnreadable(reading.issue).title}>
          {describeUnreadable(reading.issue).body}
        </Alert>
      )}
      {runnerUp !== null && <Alert testId="runner-up" variant="info" title={runnerUp} />}
      {decoded?.runnerUp && (
        <Alert testId="other-encoding" variant="info" title={describeOtherEncoding(decoded.runnerUp)} />
      )}
      <ReadingChoicesRow input={input} choices={choices} onChoose={onChoose} />
      {reading.kind === 'table' && <InputIssues reading={reading} />}
      {reading.kind === 'table' && <FirstRows reading={reading} />}
    </Flex>
  );
}

const FORMS: readonly TextForm[] = [
  ...DELIMITERS.slice(0, 4).map((delimiter) => ({ format: 'delimited', delimiter }) as const),
  { format: 'one-column' },
  { format: 'json' },
  { format: 'json-lines' },
];

const HEADER_ROWS = [1, 2, 3, 4, 5];

function ReadingChoicesRow({ input, choices, onChoose }: ReadingPreviewProps) {
  const { file, reading, decoded } = input;
  const form = reading.form;
  const isJson = form?.format === 'json' || form?.format === 'json-lines';
  return (
    <AutoGrid columnWidth={280} flexible={true} gap="sm">
      {file?.kind === 'workbook' ? (
        <SheetSelect workbook={file.workbook} reading={reading} onChoose={onChoose} />
      ) : (
        <FormSelect reading={reading} choices={choices} onChoose={onChoose} />
      )}
      {!isJson && <HeaderRowSelect reading={reading} choices={choices} onChoose={onChoose} />}
      {decoded && (
        <Select
          testId="encoding"
          name="encoding"
          label={say('flow.encodingLabel')}
          value={decoded.encoding}
          options={ENCODINGS.map((encoding) => ({ label: ENCODING_NAMES[encoding], value: encoding }))}
          onChange={(chosen) => {
            const encoding = ENCODINGS.find((each) => each === chosen);
            if (encoding) onChoose({ ...choices, encoding });
          }}
        />
      )}
    </AutoGrid>
  );
}

interface ReadingSelectProps {
  readonly reading: Reading;
  readonly choices: ReadingChoices;
  readonly onChoose: (choices: ReadingChoices) => void;
}

function FormSelect({ reading, choices, onChoose }: ReadingSelectProps) {
  return (
    <Select
      testId="form"
      name="form"
      label={say('flow.delimiterLabel')}
      value={reading.form ? nameOfForm(reading.form) : ''}
      options={FORMS.map((each) => ({ label: nameOfForm(each), value: nameOfForm(each) }))}
      onChange={(name) => {
        const chosen = FORMS.find((each) => nameOfForm(each) === name);
        if (chosen) onChoose({ ...choices, form: chosen });
      }}
    />
  );
}

interface SheetSelectProps {
  readonly workbook: Workbook;
  readonly reading: Reading;
  readonly onChoose: (choices: ReadingChoices) => void;
}

/** Another sheet has another header: a header row chosen for this one is forgotten. */
function SheetSelect({ workbook, reading, onChoose }: SheetSelectProps) {
  const { sheets } = workbook;
  if (sheets.length < 2) return null;
  return (
    <Select
      name="sheet"
      label={say('flow.sheetLabel')}
      value={reading.form?.format === 'xlsx' ? reading.form.sheetIndex : 0}
      options={sheets.map(({ name, visibility }, index) => ({
        label: visibility === 'visible' ? name : say('flow.hiddenSheet', { name }),
        value: index,
      }))}
      onChange={(chosen) => {
        if (typeof chosen === 'number') onChoose({ sheetIndex: chosen });
      }}
    />
  );
}

function HeaderRowSelect({ reading, choices, onChoose }: ReadingSelectProps) {
  const headerRow = reading.kind === 'table' ? (reading.headerRow ?? 'none') : (choices.headerRow ?? 1);
  return (
    <Select
      testId="header-row"
      name="header-row"
      label={say('flow.headerRowLabel')}
      value={headerRow}
      options={[
        { label: say('flow.noHeader'), value: 'none' },
        ...HEADER_ROWS.map((row) => ({ label: say('flow.headerRowOption', { row }), value: row })),
      ]}
      onChange={(chosen) => {
        onChoose({ ...choices, headerRow: typeof chosen === 'number' ? chosen : 'none' });
      }}
    />
  );
}

function InputIssues({ reading }: { readonly reading: TableReading }) {
  const sentences = reading.issues.slice(0, 8).map(describeInputIssue);
  if (sentences.length === 0) return null;
  return (
    <Flex direction="column" gap="xs" testId="input-issues">
      <List variant="unordered-styled">
        {sentences.map((sentence) => (
          <Text key={sentence} variant="microcopy">
            {sentence}
          </Text>
        ))}
      </List>
    </Flex>
  );
}

const SHOWN_ROWS = 3;
const SHOWN_COLUMNS = 6;

function FirstRows({ reading }: { readonly reading: TableReading }) {
  const { table } = reading;
  const columns = table.columns.slice(0, SHOWN_COLUMNS);
  const rows = table.rows.slice(0, SHOWN_ROWS);
  const hiddenCount = table.columns.length - columns.length;
  return (
    <Flex direction="column" gap="xs">
      <Text variant="microcopy">
        {say('flow.firstRows', { shown: rows.length, total: table.rows.length })}
        {hiddenCount > 0 ? ` · ${say('flow.moreColumns', { count: hiddenCount })}` : ''}
      </Text>
      <Table testId="first-rows" density="condensed" bordered={true}>
        <TableHead>
          <TableRow>
            <TableHeader width="min">{say('flow.rowHeader')}</TableHeader>
            {columns.map((column) => (
              <TableHeader key={column.index}>{headerOf(column)}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, slot) => (
            <TableRow key={slot}>
              <TableCell>{row.number}</TableCell>
              {columns.map((column) => (
                <TableCell key={column.index}>
                  <Text truncate={{ maxWidth: 160 }}>{row.cells[column.index] ?? ''}</Text>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}

function estimateOf({ file }: Input): number | null {
  return file?.kind === 'long' ? file.rowEstimate : null;
}
