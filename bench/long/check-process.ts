import * as v from 'valibot';
import { checkPlanSchema, type CheckPlan, type CheckReport } from './check-plan.ts';
import { watchCheck } from './watch-check.ts';
import { watchPeer } from './watch-peer.ts';

/** Measures one plan, given as JSON, and prints a report as JSON. */
function watch({ task, rowCount }: CheckPlan): Promise<CheckReport> {
  return task === 'peer' ? watchPeer(rowCount) : watchCheck(task, rowCount);
}

const plan = v.parse(checkPlanSchema, JSON.parse(process.argv.at(-1) ?? ''));
void watch(plan).then((report) => {
  process.stdout.write(JSON.stringify(report));
});
