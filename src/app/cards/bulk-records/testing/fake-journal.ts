import { decodeWith, runJournalRequestSchema, type RunSummary } from '@bulk-records/core';

/** Journals as the function keeps them, in memory. */
export class FakeJournal {
  readonly pieces = new Map<string, string>();
  readonly runs = new Map<string, RunSummary>();
  readonly holders = new Map<string, string>();
  /** Every plan anybody ever claimed. */
  readonly claimed = new Set<string>();
  /** Filed reports as they came: packed, as base64. */
  readonly reports = new Map<string, string>();
  /** Runs whose outcomes the list knows to be filed. */
  readonly reported = new Set<string>();
  lacksScope = false;

  readonly answer = (parameters: unknown): unknown => {
    const decoded = decodeWith(runJournalRequestSchema, parameters);
    if (!decoded.ok) return refusal('bad-request', []);
    if (this.lacksScope) return refusal('missing-scopes', ['files']);
    const request = decoded.value;
    switch (request.operation) {
      case 'store':
        this.pieces.set(nameOf(request), request.content);
        return done();
      case 'fetch': {
        const content = this.pieces.get(nameOf(request));
        return reply(content === undefined ? { kind: 'absent' } : { kind: 'content', content });
      }
      case 'file-report': {
        this.reports.set(request.report, request.content);
        if (request.report === 'outcomes') this.reported.add(request.runId);
        return reply({ kind: 'filed', url: 'https://files.example.org/report.csv', expiresAt: 3_600_000 });
      }
      case 'report-address':
        return reply(
          this.reported.has(request.runId)
            ? { kind: 'filed', url: 'https://files.example.org/again.csv', expiresAt: 3_600_000 }
            : { kind: 'absent' },
        );
      case 'enlist':
        this.runs.delete(request.run.runId);
        this.runs.set(request.run.runId, request.run);
        return done();
      case 'list':
        return reply({ kind: 'runs', runs: this.listed() });
      case 'forget':
        for (const name of this.pieces.keys()) if (name.startsWith(request.runId)) this.pieces.delete(name);
        this.runs.delete(request.runId);
        return reply({ kind: 'forgotten', isComplete: true });
      case 'claim': {
        const other = this.holders.get(request.digest);
        if (other !== undefined && other !== request.holder) return reply({ kind: 'held', untilMs: 1000 });
        this.holders.set(request.digest, request.holder);
        this.claimed.add(request.digest);
        return reply({ kind: 'claimed' });
      }
      case 'release':
        this.holders.delete(request.digest);
        return done();
    }
  };

  private listed() {
    return [...this.runs.values()].reverse().map((summary) => ({
      runId: summary.runId,
      summary,
      hasReport: this.reported.has(summary.runId),
    }));
  }
}

function nameOf({ runId, piece }: { readonly runId: string; readonly piece: object }): string {
  return `${runId} ${JSON.stringify(piece)}`;
}

function reply(journal: object): unknown {
  return { ok: true, requests: 2, journal };
}

function done(): unknown {
  return reply({ kind: 'done' });
}

function refusal(code: string, scopes: readonly string[]): unknown {
  return { ok: false, error: { code, message: code, retryable: false, scopes } };
}
