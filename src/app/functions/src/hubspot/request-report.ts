import type { RequestReport } from '@bulk-records/core/contract';
import type { HttpAnswer } from './http-answer.ts';
import { readRateReport } from './rate-report.ts';

/** For the pace of the next requests: when one was made and answered, and what its headers said. */
export function reportRequest(answer: HttpAnswer): RequestReport {
  const { sentAt, receivedAt } = answer;
  if (answer.kind === 'no-answer') return { sentAt, receivedAt, rate: {} };
  return { sentAt, receivedAt, status: answer.status, rate: readRateReport(answer.headers) };
}
