import * as v from 'valibot';
import type { Behaviour } from '../emulator/index.ts';
import { openDesk } from './ask-hubspot.ts';
import type { HttpAnswer, HubSpotDesk, ProbeConnection, ProbePorts, ProbeRequest } from './ask-hubspot.ts';
import type { Finding, Question } from './question.ts';
import { allQuestions } from './questions/all-questions.ts';
import { removeTraces } from './remove-traces.ts';
import { openTestPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';
import { startTraces } from './traces.ts';
import type { Traces } from './traces.ts';
import { UnexpectedAnswer } from './unexpected-answer.ts';

export interface Answered {
  readonly question: Question;
  readonly finding: Finding;
}

export type ProbeReport =
  | { readonly kind: 'refused'; readonly why: string; readonly left: readonly string[] }
  | {
      readonly kind: 'done';
      readonly portalId: number;
      readonly isStopped: boolean;
      readonly answered: readonly Answered[];
      /** What the probe made and could not remove, in words. */
      readonly left: readonly string[];
    };

export interface ProbeSettings {
  readonly connection: ProbeConnection;
  readonly ports: ProbePorts;
  /** Letters and digits of this run alone. */
  readonly marker: string;
  readonly mayReachLimit: boolean;
  readonly stop: AbortSignal;
  readonly onAnswered: (answered: Answered) => void;
}

const accountSchema = v.object({ portalId: v.number(), accountType: v.string() });

/** Accounts in which nobody works. The promise on the command line is not enough: HubSpot has to say so, too. */
const TEST_ACCOUNTS: readonly string[] = ['DEVELOPER_TEST', 'SANDBOX'];

/** Asks every question, one by one, and removes whatever it made, also when something fails or it is stopped. */
export async function runProbe(settings: ProbeSettings): Promise<ProbeReport> {
  const desk = openDesk(settings.connection, settings.ports);
  const account = await readAccount(desk);
  if (account === null) return refuse('HubSpot does not say which account this is.');
  if (!TEST_ACCOUNTS.includes(account.accountType)) {
    return refuse(`HubSpot says this is an account of the kind ${account.accountType}.`);
  }
  const traces = startTraces(settings.marker);
  const problem = await addProperties(desk, traces);
  const answered = problem === null ? await askAll(settings, desk, traces) : [];
  const left = await removeTraces({ desk, ports: settings.ports, traces });
  if (problem !== null) return { kind: 'refused', why: problem, left };
  return { kind: 'done', portalId: account.portalId, isStopped: settings.stop.aborted, answered, left };
}

function refuse(why: string): ProbeReport {
  return { kind: 'refused', why, left: [] };
}

async function readAccount(desk: HubSpotDesk): Promise<v.InferOutput<typeof accountSchema> | null> {
  const answer = await askKindly(desk, { method: 'GET', path: '/account-info/v3/details' });
  const account = v.safeParse(accountSchema, answer?.body);
  return answer?.status === 200 && account.success ? account.output : null;
}

/** What went wrong, in words; null when all properties are there. */
async function addProperties(desk: HubSpotDesk, { properties }: Traces): Promise<string | null> {
  for (const { objectType, name, body } of properties) {
    const path = `/crm/v3/properties/${objectType}`;
    const answer = await askKindly(desk, { method: 'POST', path, body });
    const status = answer === null ? 'no answer' : `HTTP ${answer.status}`;
    if (answer?.status !== 201) return `The property ${name} of ${objectType} could not be made: ${status}.`;
  }
  return null;
}

async function askKindly(desk: HubSpotDesk, request: ProbeRequest): Promise<HttpAnswer | null> {
  return desk.ask(request).catch(() => null);
}

async function askAll(
  settings: ProbeSettings,
  desk: HubSpotDesk,
  traces: Traces,
): Promise<readonly Answered[]> {
  const portal = openTestPortal(stoppable(desk, settings.stop), traces);
  const answered: Answered[] = [];
  for (const question of allQuestions) {
    const finding = await settle(question, portal, settings);
    answered.push({ question, finding });
    settings.onAnswered({ question, finding });
  }
  return answered;
}

/** Never rejects: whatever happens, the next question is asked and in the end the traces are removed. */
async function settle(
  question: Question,
  portal: TestPortal,
  { stop, mayReachLimit }: ProbeSettings,
): Promise<Finding> {
  if (question.reachesLimit === true && !mayReachLimit) return { kind: 'not-asked', says: 'Not wanted.' };
  try {
    return await question.settle(portal);
  } catch (error) {
    if (stop.aborted) return { kind: 'not-asked', says: 'Stopped.' };
    const isAnswer = error instanceof UnexpectedAnswer;
    return { kind: 'unexpected', says: isAnswer ? error.message : 'The probe itself failed.' };
  }
}

/** After a stop nothing is asked any more; a request on its way is waited for. */
function stoppable(desk: HubSpotDesk, stop: AbortSignal): HubSpotDesk {
  const unlessStopped = async (send: HubSpotDesk['ask'], request: ProbeRequest): Promise<HttpAnswer> => {
    stop.throwIfAborted();
    return send(request);
  };
  return {
    ask: (request) => unlessStopped(desk.ask, request),
    askAtOnce: (request) => unlessStopped(desk.askAtOnce, request),
    wait: desk.wait,
  };
}

/** The switches that were settled. */
export function switchesOf(answered: readonly Answered[]): Partial<Behaviour> {
  return answered.reduce<Partial<Behaviour>>(
    (switches, { finding }) => (finding.kind === 'settled' ? { ...switches, ...finding.switches } : switches),
    {},
  );
}
