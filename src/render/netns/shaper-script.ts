import { shaperBatch } from '../../iproute2/shaper-batch.js';
import type { PlannedNode } from '../../model/plan.js';
import { batch } from './batch.js';
import { quoteSh } from '../quote.js';

/** Shapes the node's egress; asks the kernel for netem only where a delay, jitter or loss wants it. */
export function shaperScript(node: PlannedNode, shape = shaperBatch): string {
  const impaired = node.interfaces.filter(({ shaper }) => shaper?.netem);
  if (impaired.length === 0) return batch('tc', shape(node, { netem: false }));
  const devices = impaired.map(({ device }) => device).join(' ');
  return `if tc qdisc add dev lo root netem 2>/dev/null; then
tc qdisc del dev lo root
${batch('tc', shape(node, { netem: true }))}else
echo ${quoteSh(`the kernel has no netem: no delay, jitter or loss on ${devices}`)}
${batch('tc', shape(node, { netem: false }))}fi
`;
}
