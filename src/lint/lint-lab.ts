import type { Finding } from '../model/finding.js';
import type { TopologyInput } from '../model/generated/topology.js';
import type { Plan } from '../model/plan.js';
import { lintContext, type LintContext } from './context.js';
import { locate } from './locate.js';
import type { Mistake, Rule } from './rule.js';
import { rules } from './rules.js';

/**
 * What is wrong with a lab before anything boots: every rule's findings, most severe first, by the
 * settings of the plan. Pure; a plan without topology is judged alike, with places as they would be.
 */
export function lintLab(topology: TopologyInput | null, plan: Plan): readonly Finding[] {
  const context = lintContext(topology, plan, new Set(rules.map(({ id }) => id)));
  const found = new Map(rules.map((rule) => [rule.id, distinct(rule.check(context))]));
  const speaks = (id: string) => (found.get(id) ?? []).length > 0;
  return rules
    .filter(({ unless = [] }) => !unless.some(speaks))
    .flatMap((rule) => (found.get(rule.id) ?? []).flatMap((it) => findingOf(rule, it, context)))
    .toSorted((one, other) => rank[one.severity] - rank[other.severity]);
}

/** What several experiments or paths run into is one mistake. */
function distinct(mistakes: Iterable<Mistake>): Mistake[] {
  const known = new Map([...mistakes].map((it) => [`${it.at.join('/')} ${it.message}`, it]));
  return [...known.values()];
}

const rank: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, advice: 2 };

/** None where the user switched the rule off. */
function findingOf(rule: Rule, mistake: Mistake, { topology, plan }: LintContext): Finding[] {
  const severity = plan.lint[rule.id]?.severity ?? rule.severity;
  if (severity === 'off') return [];
  const { at, message, consequence, mend, changes = [], safe = false } = mistake;
  return [
    {
      ...{ rule: rule.id, severity, ...locate(topology, at), message, consequence },
      mend: { text: mend, changes, safe: safe && changes.length > 0 },
    },
  ];
}
