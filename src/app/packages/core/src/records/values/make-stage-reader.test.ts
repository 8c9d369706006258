import { describe, expect, it } from 'vitest';
import { makeProperty } from '../../testing/properties.ts';
import { settleFormat } from './cell-format.ts';
import { makeCellReader } from './make-cell-reader.ts';
import { tell } from './testing/read-column.ts';

type Stage = readonly [value: string, label: string, pipeline: string];

function stageProperty(...stages: readonly Stage[]) {
  const options = stages.map(([value, label, pipeline]) => ({ value, label, pipeline, hidden: false }));
  return makeProperty('dealstage', {
    type: 'enumeration',
    fieldType: 'radio',
    externalOptions: true,
    options,
  });
}

function makeReader(...stages: readonly Stage[]) {
  const format = settleFormat({ kind: 'plain' });
  return makeCellReader(stageProperty(...stages), { format, timeZone: null, appends: false, isKey: false });
}

describe('a stage', () => {
  const read = makeReader(
    ['s1', 'Closed won (Sales)', 'p1'],
    ['s2', 'Closed won (Renewals (EU))', 'p2'],
    ['s3', 'Qualified', 'p1'],
    ['s4', 'On hold (by customer)', 'p1'],
    ['s5', 'Signed', 'p2'],
    ['s6', 'Paid', 'p3'],
  );

  it.each([
    ['Closed won', 'p1', 's1'],
    ['closed WON', 'p2', 's2'],
    ['Closed won (Sales)', 'p1', 's1'],
    ['s2', 'p2', 's2'],
    ['Qualified', 'p1', 's3'],
    ['On hold', 'p1', 's4'],
    ['Closed wonn', 'p1', '(unknown-option s1)'],
    ['Closed wonn', 'p2', '(unknown-option s2)'],
    ['Archived', 'p1', '(unknown-option)'],
    ['4711', 'p1', '4711'],
  ])('%s of a row in the pipeline %s is %s', (raw, pipeline, told) => {
    expect(tell(read(raw, pipeline))).toBe(told);
  });

  it.each([
    ['by its whole label', 'Closed won (Sales)', 'p2', '(stage-of-other-pipeline s2)'],
    ['by its id', 's1', 'p2', '(stage-of-other-pipeline s2)'],
    ['that has no namesake here', 'Signed', 'p1', '(stage-of-other-pipeline s1 s3 s4)'],
    ['of a pipeline with one stage', 'Signed', 'p3', '(stage-of-other-pipeline)'],
    ['of several others', 'Closed won', 'p3', '(stage-of-other-pipeline)'],
  ])('of another pipeline, %s, is refused and the stages of this one are offered', (...args) => {
    const [, raw, pipeline, told] = args;
    expect(tell(read(raw, pipeline))).toBe(told);
  });

  it.each([
    ['Closed won', null, '(ambiguous-option s1 s2)'],
    ['Closed won', 'p9', '(ambiguous-option s1 s2)'],
    ['Closed wonn', null, '(unknown-option s1 s2)'],
    ['Closed won (Sales)', null, 's1'],
    ['Qualified', null, 's3'],
    ['On hold', null, '(ambiguous-option s4)'],
    ['s2', null, 's2'],
  ])('%s of a row without a known pipeline (%s) is %s', (raw, pipeline, told) => {
    expect(tell(read(raw, pipeline))).toBe(told);
  });

  it('is offered by the label that HubSpot shows', () => {
    expect(read('Closed wonn', 'p1')).toMatchObject({
      issue: { candidates: [{ value: 's1', label: 'Closed won (Sales)' }] },
    });
  });
});
