import { afterEach, describe, expect, it } from 'vitest';
import { decodeBehaviour, defaultBehaviour, defaultToken } from '../emulator/index.ts';
import type { Behaviour, Fault } from '../emulator/index.ts';
import { allQuestions } from './questions/all-questions.ts';
import type { ProbeReport } from './run-probe.ts';
import { switchesOf } from './run-probe.ts';
import { openProbeDesk } from './testing/probe-desk.ts';
import type { ProbeDesk } from './testing/probe-desk.ts';
import { describeAnswered, describeReport, exitCodeOf, writeBehaviourFile } from './write-report.ts';

const askedSwitches = new Set(allQuestions.flatMap(({ sets }) => sets));

/** The other position of every switch the probe asks about; together they make a portal that is odd everywhere. */
const turned: Partial<Behaviour> = {
  echoesTraceId: { v3: true, '2025-09': false, '2026-03': true, '2026-09': false },
  tracedUpdateValidation: 'whole',
  untracedUpdateValidation: 'per-row',
  tracedMissingIds: 'aggregated',
  allRowsFailedStatus: 400,
  mixedTraceIds: 'partial',
  duplicateTraceIds: 'accept',
  duplicateCheckFoldsEmailCase: false,
  duplicateCheckResolvesAliases: true,
  upsertResolvesAliases: false,
  upsertKeepsOmittedProperties: false,
  recordIdAsUpsertKey: 'accept',
  takenValueStatus: 409,
  ignoredLifecycleInResults: 'sent',
  tooLongCode: 'VALUE_TOO_LONG',
  retryAfterOn429: true,
  searchRefusesLongBodies: false,
  searchRefusesLongLists: false,
  searchListsFoldCase: true,
  searchRefusesBeyond10000: false,
  searchesPerSecond: 4,
  archiveOfUnknownIds: 'reject',
  failedAssociationKeepsRecord: true,
  clearedPropertyInResults: 'absent',
  nullValue: 'ignored',
  builtInKeysReportUnique: true,
  readOfMergedId: 'missing',
  updateOfMergedId: 'missing',
  contactNeedsNameOrEmail: true,
  ticketNeedsSubject: true,
  resultsCarryWarnings: false,
};

/** What the probe should find in a portal of this behaviour. */
function expectedOf(behaviour: Partial<Behaviour>): Partial<Behaviour> {
  const whole = Object.entries({ ...defaultBehaviour, ...behaviour });
  return decodeBehaviour({
    switches: Object.fromEntries(
      whole.filter(([name]) => [...askedSwitches].some((asked) => asked === name)),
    ),
  });
}

function answeredOf(report: ProbeReport) {
  if (report.kind !== 'done') throw new Error(report.why);
  return report.answered;
}

function unexpectedOf(report: ProbeReport): readonly string[] {
  return answeredOf(report).flatMap(({ question, finding }) =>
    finding.kind === 'unexpected' ? [`${question.name}: ${finding.says}`] : [],
  );
}

let desk: ProbeDesk;
afterEach(() => desk.close());

describe('the probe finds exactly the switches of the portal it asks', () => {
  it.each<readonly [string, Partial<Behaviour>]>([
    ['of the defaults', {}],
    ['turned all at once', turned],
    ...Object.entries(turned).map(([name, value]) => [name, { [name]: value }] as const),
    ['mixedTraceIds: reject', { mixedTraceIds: 'reject' }],
    ['updateOfMergedId: winner', { updateOfMergedId: 'winner' }],
  ])('%s', async (_, behaviour) => {
    desk = await openProbeDesk(behaviour);
    const report = await desk.run();
    expect(unexpectedOf(report)).toEqual([]);
    expect(switchesOf(answeredOf(report))).toEqual(expectedOf(behaviour));
    expect(await desk.remains()).toEqual([]);
    expect(report.left).toEqual([]);
  });

  it('and every switch the questions name is turned by these tests', () => {
    expect(Object.keys(turned).sort()).toEqual([...askedSwitches].sort());
  });
});

describe('the probe', () => {
  it('stays below the limit of the smallest account, but for the question that wants it', async () => {
    desk = await openProbeDesk();
    await desk.run();
    const limited = desk.emulator.requestLog.filter(({ status }) => status === 429);
    expect(new Set(limited.map(({ path }) => path))).toEqual(new Set(['/crm/v3/objects/contacts/search']));
    desk.emulator.reset();
    const report = await desk.run({ mayReachLimit: false });
    expect(desk.emulator.requestLog.filter(({ status }) => status === 429)).toEqual([]);
    expect(switchesOf(answeredOf(report))).not.toHaveProperty('retryAfterOn429');
  });

  it.each([
    ['a standard account', { kind: 'status', status: 403, match: { path: 'account-info' } }],
    [
      'a portal that takes no property',
      { kind: 'status', status: 403, match: { path: 'properties/tickets' } },
    ],
  ] satisfies readonly (readonly [string, Fault])[])('asks nothing of %s', async (_, fault) => {
    desk = await openProbeDesk();
    desk.emulator.addFault(fault);
    const report = await desk.run();
    expect(report).toMatchObject({ kind: 'refused', left: [] });
    expect(exitCodeOf(report)).toBe(2);
    expect(desk.emulator.records('contacts')).toEqual([]);
    expect(await desk.remains()).toEqual([]);
  });

  it('asks nothing of an account HubSpot does not call a test account', async () => {
    desk = await openProbeDesk();
    const asked: string[] = [];
    const report = await desk.run({
      ports: {
        nowMs: () => 0,
        sleep: () => Promise.resolve(),
        fetch: (url) => {
          asked.push(new URL(url).pathname);
          return Promise.resolve(Response.json({ portalId: 1, accountType: 'STANDARD' }));
        },
      },
    });
    expect(report.kind).toBe('refused');
    expect(asked).toEqual(['/account-info/v3/details']);
  });

  it('stops when told to, and removes what it has made', async () => {
    desk = await openProbeDesk();
    const stop = new AbortController();
    const report = await desk.run({
      stop: stop.signal,
      onAnswered: ({ question }) => {
        if (question.name === 'missing-ids') stop.abort();
      },
    });
    expect(report).toMatchObject({ kind: 'done', isStopped: true, left: [] });
    expect(answeredOf(report).filter(({ finding }) => finding.kind === 'not-asked').length).toBeGreaterThan(
      10,
    );
    expect(desk.emulator.records('contacts').length).toBeGreaterThan(0);
    expect(await desk.remains()).toEqual([]);
    expect(exitCodeOf(report)).toBe(1);
  });

  it('says what it could not remove', async () => {
    desk = await openProbeDesk();
    desk.emulator.addFault({
      kind: 'status',
      status: 500,
      match: { path: 'tickets/batch/archive', times: 'all' },
    });
    const report = await desk.run();
    const [ticket] = desk.emulator.records('tickets');
    expect(report.left).toEqual([`record ${ticket?.id ?? ''} of tickets`]);
    expect(describeReport(report)).toContain(ticket?.id);
    expect(exitCodeOf(report)).toBe(1);
  });
});

const faults: readonly Fault[] = [
  { kind: 'reset', when: 'after-write', match: { path: 'batch/create', nth: 3 } },
  { kind: 'reset', when: 'after-write', match: { path: 'contacts/merge', nth: 2 } },
  {
    kind: 'status',
    status: 502,
    body: 'html',
    when: 'half-written',
    match: { path: 'batch/create', nth: 5 },
  },
  { kind: 'status', status: 500, when: 'before-write', match: { path: 'batch/upsert', nth: 2 } },
  { kind: 'truncate', match: { path: 'tickets/batch/create' } },
  { kind: 'empty-errors', match: { path: 'batch/update', nth: 5 } },
  { kind: 'omit-row', match: { path: 'batch/create', nth: 6 } },
  { kind: 'rate-limit', policy: 'ten-secondly', match: { path: 'batch/create', nth: 4 } },
  { kind: 'status', status: 500, match: { path: 'batch/archive', nth: 2 } },
  { kind: 'reset', when: 'before-write', match: { path: 'properties/contacts/bulk', nth: 1 } },
];

describe('when a request in the middle fails', () => {
  it.each(faults.map((fault) => [fault.kind, fault.match, fault] as const))(
    '%s at %j: nothing is guessed, nothing is left behind',
    async (_kind, _match, fault) => {
      desk = await openProbeDesk();
      desk.emulator.addFault(fault);
      const report = await desk.run();
      expect(expectedOf({})).toMatchObject(switchesOf(answeredOf(report)));
      expect(await desk.remains()).toEqual([]);
      expect(report.left).toEqual([]);
    },
  );

  it('the question is reported as unexpected and the others are settled', async () => {
    desk = await openProbeDesk();
    desk.emulator.addFault({ kind: 'truncate', match: { path: 'tickets/batch/create' } });
    const report = await desk.run();
    expect(unexpectedOf(report)).toEqual([
      expect.stringMatching(/^ticket-without-subject: create of tickets/),
    ]);
    const { ticketNeedsSubject, ...others } = expectedOf({});
    expect(ticketNeedsSubject).toBe(false);
    expect(switchesOf(answeredOf(report))).toEqual(others);
    expect(exitCodeOf(report)).toBe(1);
  });
});

describe('what is written', () => {
  it('is a file the emulator takes, which behaves as it says', async () => {
    desk = await openProbeDesk(turned);
    const file = writeBehaviourFile(answeredOf(await desk.run()), '2026-11-27T08:00:00.000Z');
    expect(decodeBehaviour(JSON.parse(file))).toEqual(turned);
  });

  it('never has the token in it, whatever goes wrong', async () => {
    desk = await openProbeDesk();
    desk.emulator.addFault({
      kind: 'reset',
      when: 'before-write',
      match: { path: 'batch/upsert', times: 'all' },
    });
    const report = await desk.run();
    const words = [...answeredOf(report).map(describeAnswered), describeReport(report)].join('\n');
    expect(words).toContain('no answer came');
    expect(words + writeBehaviourFile(answeredOf(report), '')).not.toContain(defaultToken);
  });
});
