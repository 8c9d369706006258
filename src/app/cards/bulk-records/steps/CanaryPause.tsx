import {
  Alert,
  Button,
  ButtonRow,
  Flex,
  List,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { hasFailed, type CanaryReport, type Plan } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeCanaryCounts } from '../copy/review-words.ts';
import { formatCount } from '../copy/numbers.ts';
import { describeOutcome } from '../copy/outcome-words.ts';
import { rowWords } from './row-words.ts';
import { showValue } from './show-value.ts';

interface CanaryPauseProps {
  readonly report: CanaryReport;
  readonly plan: Plan;
}

/** What became of the first records, while the run waits. */
export function CanaryPause({ report, plan }: CanaryPauseProps) {
  const failed = report.outcomes.filter(hasFailed);
  return (
    <Flex direction="column" gap="md">
      <Alert testId="canary" variant="warning" title={say('review.canaryTitle')}>
        {describeCanaryCounts(report)}
      </Alert>
      {report.surprises.length > 0 && <Surprises report={report} plan={plan} />}
      {failed.length > 0 && (
        <Flex direction="column" gap="xs" testId="canary-failed">
          <Text format={{ fontWeight: 'demibold' }}>{say('review.canaryFailed')}</Text>
          <List variant="unordered-styled">
            {failed.map((outcome) => (
              <Text key={outcome.slot}>
                {`${say('review.rowNumber', { row: outcome.rowNumber })}: ${describeOutcome(outcome, rowWords(plan))}`}
              </Text>
            ))}
          </List>
        </Flex>
      )}
    </Flex>
  );
}

function Surprises({ report, plan }: CanaryPauseProps) {
  const { labelOf } = rowWords(plan);
  const cells = report.surprises.flatMap(({ rowNumber, differences }) =>
    differences.map((difference) => ({ rowNumber, ...difference })),
  );
  return (
    <Table testId="canary-differences" density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader width="min">{say('review.row')}</TableHeader>
          <TableHeader>{say('review.canaryProperty')}</TableHeader>
          <TableHeader>{say('review.canaryPlanned')}</TableHeader>
          <TableHeader>{say('review.canaryStored')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {cells.map(({ rowNumber, property, sent, stored }) => (
          <TableRow key={`${rowNumber} ${property}`}>
            <TableCell>{formatCount(rowNumber)}</TableCell>
            <TableCell>{labelOf(property)}</TableCell>
            <TableCell>{showValue(sent, plan.properties.get(property))}</TableCell>
            <TableCell>{showValue(stored, plan.properties.get(property))}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface CanaryFooterProps {
  readonly report: CanaryReport;
  readonly onAnswer: (goOn: boolean) => void;
}

export function CanaryFooter({ report, onAnswer }: CanaryFooterProps) {
  return (
    <ButtonRow disableDropdown={true}>
      <Button
        testId="canary-stop"
        variant="primary"
        onClick={() => {
          onAnswer(false);
        }}
      >
        {say('review.canaryStop')}
      </Button>
      <Button
        testId="canary-go-on"
        onClick={() => {
          onAnswer(true);
        }}
      >
        {say('review.canaryGoOn', { count: report.restCount })}
      </Button>
    </ButtonRow>
  );
}
