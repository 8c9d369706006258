import type { Answered, ProbeReport } from './run-probe.ts';
import { switchesOf } from './run-probe.ts';

const marks = {
  settled: 'settled',
  seen: 'seen',
  unexpected: 'UNEXPECTED',
  'not-asked': 'not asked',
} as const;

/** One question for a person, as soon as it is answered. */
export function describeAnswered({ question, finding }: Answered): string {
  const lines = [`${question.name}: ${question.asks}`, `  sends ${question.sends}`];
  const switches = finding.kind === 'settled' ? `\n  → ${JSON.stringify(finding.switches)}` : '';
  return [...lines, `  ${marks[finding.kind]}: ${finding.says}${switches}`].join('\n');
}

/** How it ended, and what is left to do by hand. */
export function describeReport(report: ProbeReport): string {
  const left = report.left.map((what) => `  ${what}`);
  const remains = left.length === 0 ? [] : ['Please remove by hand what the probe could not:', ...left];
  if (report.kind === 'refused') return [report.why, ...remains].join('\n');
  const open = report.answered.filter(({ finding }) => finding.kind === 'unexpected').length;
  const count = Object.keys(switchesOf(report.answered)).length;
  const end = report.isStopped ? 'Stopped.' : 'Done.';
  const swept = left.length === 0 ? 'Nothing of the probe is left but HubSpot’s recycle bin.' : '';
  return [`${end} ${count} switches settled, ${open} answers unexpected. ${swept}`.trim(), ...remains].join(
    '\n',
  );
}

/** The file of switches, which the emulator reads. */
export function writeBehaviourFile(answered: readonly Answered[], madeAt: string): string {
  const unsettled = answered.filter(({ finding }) => finding.kind !== 'settled');
  const file = {
    madeBy: 'npm run probe',
    madeAt,
    switches: switchesOf(answered),
    unsettled: Object.fromEntries(unsettled.map(({ question, finding }) => [question.name, finding.says])),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** 0: all is settled and removed; 1: something is not; 2: nothing was asked. */
export function exitCodeOf(report: ProbeReport): 0 | 1 | 2 {
  if (report.kind === 'refused') return 2;
  const isUnexpected = report.answered.some(({ finding }) => finding.kind === 'unexpected');
  return isUnexpected || report.isStopped || report.left.length > 0 ? 1 : 0;
}
