/**
 * What all connections together may make us remember, so that no capture takes memory without bound.
 * An honest capture stays far below: a connection needs a few intervals and 512 samples a direction.
 */
export class Budget {
  /** Intervals of sequence space, two numbers each. */
  intervals = 500_000;
  /** Timeline samples, three numbers each. */
  samples = 500_000;
  /** Signals other than handshakes and data. */
  events = 100_000;
}
