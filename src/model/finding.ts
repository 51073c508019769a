/** error: the lab cannot do what it is for. warning: it does less than it looks. advice: worth knowing. */
export type Severity = 'error' | 'warning' | 'advice';

/** A mistake the linter found in a lab before anything boots. */
export interface Finding {
  /** The rule's stable id, e.g. `mptcp/endpoint-without-flag`; its page is docs/rules/ID.md. */
  readonly rule: string;
  readonly severity: Severity;
  /** JSON pointer (RFC 6901) into the topology: the nearest place that is written there. */
  readonly where: string;
  /** The whole place in words, whether it is written there or planned: `nodes.client.mptcp.limits.subflows`. */
  readonly path: string;
  /** What is wrong, with the offending value. */
  readonly message: string;
  /** What will happen when the lab runs, and how it shows. */
  readonly consequence: string;
  readonly mend: Mend;
}

export interface Mend {
  /** What to do, in words. */
  readonly text: string;
  /** The same as operations on the topology, in order; empty where it takes a decision of the user's. */
  readonly changes: readonly Change[];
  /** Whether `lint --fix` may make the changes: they take nothing away that somebody may have meant. */
  readonly safe: boolean;
}

/** An operation of JSON Patch (RFC 6902) on the topology. */
export type Change =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** How the user wants a rule to be taken, and why. */
export interface LintSetting {
  readonly severity: Severity | 'off';
  readonly reason: string;
}
