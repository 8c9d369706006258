import { SLICE_MS } from './start-work.ts';
import type { Sliced } from './sliced.ts';

/** The event loop as work that waits for something anyway needs it. */
export interface TurnPorts {
  /** Milliseconds. A clock that is set back makes a turn due, too. */
  now(): number;
  /** Gives the event loop a turn. */
  turn(): Promise<void>;
}

/** Gives whatever waits in the event loop its turn, as often as `startWork` does. */
export class Turns {
  private readonly ports: TurnPorts;
  private sliceStart: number;

  constructor(ports: TurnPorts) {
    this.ports = ports;
    this.sliceStart = ports.now();
  }

  isDue(): boolean {
    const now = this.ports.now();
    return now < this.sliceStart || now >= this.sliceStart + SLICE_MS;
  }

  async take(): Promise<void> {
    await this.ports.turn();
    this.sliceStart = this.ports.now();
  }

  /** All pieces of some work, with a turn wherever one is due. */
  async finish<T>(work: Sliced<T>): Promise<T> {
    for (;;) {
      const piece = work.next();
      if (piece.done === true) return piece.value;
      if (this.isDue()) await this.take();
    }
  }
}
