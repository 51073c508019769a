import type { Plan, PlannedInterface, PlannedNode, PlannedSegment, Shaper } from '../model/plan.js';
import { quoteDot } from './quote-dot.js';
import { quoteMermaid } from './quote-mermaid.js';

/** The lab as a Mermaid flowchart: nodes, segments, and an edge for each interface. */
export function mermaid(plan: Plan): string {
  const ids = vertexIds(plan);
  const label = (lines: readonly string[]) => `"${lines.map(quoteMermaid).join('<br/>')}"`;
  const lines = [
    'flowchart LR',
    ...plan.nodes.map((node) => `  ${ids.node(node.name)}${shape(node, label(nodeLines(node)))}`),
    ...plan.segments.map(
      (segment) => `  ${ids.segment(segment.name)}([${label(segmentLines(segment))}])`,
    ),
    ...edges(plan).map(
      ({ node, nic }) =>
        `  ${ids.node(node)} ---|${label(interfaceLines(nic))}| ${ids.segment(nic.segment)}`,
    ),
  ];
  return lines.join('\n') + '\n';
}

/** The lab as an undirected Graphviz graph. */
export function dot(plan: Plan): string {
  const ids = vertexIds(plan);
  const label = (lines: readonly string[]) => `label=${quoteDot(lines.join('\n'))}`;
  const lines = [
    `graph ${quoteDot(plan.name)} {`,
    '  rankdir=LR;',
    ...plan.nodes.map(
      (node) =>
        `  ${ids.node(node.name)} [shape=${node.role === 'router' ? 'hexagon' : 'box'}, ${label(nodeLines(node))}];`,
    ),
    ...plan.segments.map(
      (segment) =>
        `  ${ids.segment(segment.name)} [shape=ellipse, ${label(segmentLines(segment))}];`,
    ),
    ...edges(plan).map(
      ({ node, nic }) =>
        `  ${ids.node(node)} -- ${ids.segment(nic.segment)} [${label(interfaceLines(nic))}];`,
    ),
    '}',
  ];
  return lines.join('\n') + '\n';
}

/** Vertices go by number, so that no name can be a keyword of either language. */
function vertexIds(plan: Plan): {
  node(name: string): string;
  segment(name: string): string;
} {
  const nodes = new Map(plan.nodes.map((node, index) => [node.name, `n${index}`]));
  const segments = new Map(plan.segments.map((segment, index) => [segment.name, `s${index}`]));
  return {
    node: (name) => nodes.get(name) ?? 'unknown',
    segment: (name) => segments.get(name) ?? 'unknown',
  };
}

function edges(plan: Plan): { node: string; nic: PlannedInterface }[] {
  return plan.nodes.flatMap((node) => node.interfaces.map((nic) => ({ node: node.name, nic })));
}

function shape(node: PlannedNode, label: string): string {
  return node.role === 'router' ? `{{${label}}}` : `[${label}]`;
}

function nodeLines(node: PlannedNode): string[] {
  return [node.name, ...(node.role === 'router' ? ['router'] : [])];
}

function segmentLines(segment: PlannedSegment): string[] {
  return [segment.name, ...segment.subnets];
}

function interfaceLines(nic: PlannedInterface): string[] {
  const addresses = nic.addresses.map(({ address, prefixLength }) => `${address}/${prefixLength}`);
  return [nic.device, ...addresses, ...shaperLines(nic.shaper)];
}

function shaperLines(shaper: Shaper | null): string[] {
  const rate = shaper?.rate ? [`${shaper.rate.rateMbit} Mbit/s`] : [];
  const netem = shaper?.netem
    ? [`${shaper.netem.delayMs} ms, ${shaper.netem.lossPercent} percent loss`]
    : [];
  return [...rate, ...netem];
}
