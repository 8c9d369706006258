import type { RunPorts, RunProgress } from './ports.ts';

/**
 * Each report is drawn, and a card that draws more than four times a second gets slow (HubSpot's host, measured). Three a
 * second leave one for the end of the run, which is told in the moment it comes.
 */
export const LEAST_MS_BETWEEN_REPORTS = 334;

/** Passes reports of a run on, few of them and never the oldest news: what came too early is told as soon as it may be. */
export class ReportThrottle {
  private held: RunProgress | null = null;
  private dueAt = -Infinity;
  private isWaiting = false;
  private isOver = false;

  constructor(private readonly ports: Pick<RunPorts, 'now' | 'sleep' | 'report'>) {}

  report(progress: RunProgress): void {
    this.held = progress;
    if (this.isWaiting || this.isOver) return;
    const restMs = this.dueAt - this.ports.now();
    if (restMs <= 0) this.tell();
    else void this.tellAfter(restMs);
  }

  /** Tells the last news. Nothing is told afterwards: whoever ran has its outcomes. */
  end(): void {
    if (!this.isOver) this.tell();
    this.isOver = true;
  }

  private async tellAfter(restMs: number): Promise<void> {
    this.isWaiting = true;
    await this.ports.sleep(restMs);
    this.isWaiting = false;
    if (!this.isOver) this.tell();
  }

  private tell(): void {
    if (this.held === null) return;
    this.dueAt = this.ports.now() + LEAST_MS_BETWEEN_REPORTS;
    this.ports.report(this.held);
    this.held = null;
  }
}
