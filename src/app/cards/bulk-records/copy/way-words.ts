import type { ImportProgress, WaysToWrite } from '@bulk-records/core';
import type { Way } from '../state/caution.ts';
import { formatDuration } from './numbers.ts';
import { say } from './say.ts';

/** "In batches, about 9 min; keep this tab open" */
export function nameOfWay(way: Way, costs: WaysToWrite): string {
  return say(`way.${way}`, { time: aboutTime(costs[way].seconds) });
}

/** What an import is like: how long the tab has to stay, and what reading the rows back costs. */
export function describeImportWay({ imports }: WaysToWrite): string {
  return say('way.importBody', {
    upload: aboutTime(imports.uploadSeconds),
    settle: aboutTime(imports.settleSeconds),
    requests: imports.requests,
  });
}

function aboutTime(seconds: number): string {
  return formatDuration(Math.max(1, Math.round(seconds)) * 1000);
}

/** How the imports stand, in a sentence. */
export function describeImports({
  handedOverCount,
  writtenCount,
  isDeferred,
  isCanceling,
}: ImportProgress): string {
  const progress = say('progress.importing', { handed: handedOverCount, written: writtenCount });
  if (isCanceling) return say('progress.importCanceling', { progress });
  return isDeferred ? say('progress.importDeferred', { progress }) : progress;
}
