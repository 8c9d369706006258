import type { RateReport } from '@bulk-records/core/contract';

/**
 * What the rate-limit headers say; what they don't say is absent. Not every answer has them: a refusal for a
 * missing scope came without (recorded traffic, 2024-10).
 */
export function readRateReport(headers: ReadonlyMap<string, string>): RateReport {
  const entries = [
    ['max', 'x-hubspot-ratelimit-max'],
    ['remaining', 'x-hubspot-ratelimit-remaining'],
    ['intervalMs', 'x-hubspot-ratelimit-interval-milliseconds'],
    ['daily', 'x-hubspot-ratelimit-daily'],
    ['dailyRemaining', 'x-hubspot-ratelimit-daily-remaining'],
  ] as const;
  const report: RateReport = {};
  for (const [field, header] of entries) {
    const count = readCount(headers.get(header));
    if (count !== undefined) report[field] = count;
  }
  return report;
}

function readCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : undefined;
}
