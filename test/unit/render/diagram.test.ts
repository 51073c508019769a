import { describe, expect, it } from 'vitest';
import { dot, mermaid } from '../../../src/render/diagram.js';
import { sampleNode, samplePlan } from '../../helpers/sample-plan.js';

describe('the Mermaid diagram', () => {
  it('has a vertex for each node and segment and an edge for each interface', () => {
    expect(mermaid(samplePlan())).toBe(
      [
        'flowchart LR',
        '  n0["left"]',
        '  n1{{"right<br/>router"}}',
        '  s0(["wire<br/>10.0.0.0/24"])',
        '  n0 ---|"enp0s3<br/>10.0.0.1/24<br/>50 Mbit/s"| s0',
        '  n1 ---|"enp0s3<br/>10.0.0.2/24<br/>50 Mbit/s"| s0',
        '',
      ].join('\n'),
    );
  });

  it('makes entity codes of what could be Mermaid or HTML', () => {
    const hostile = sampleNode('a"]; click n0 "javascript:x" <b>#', '10.0.0.1');
    const [, vertex] = mermaid(samplePlan({ nodes: [hostile] })).split('\n');
    expect(vertex).toBe('  n0["a#34;#93;#59; click n0 #34;javascript:x#34; #60;b#62;#35;"]');
  });
});

describe('the DOT graph', () => {
  it('has a vertex for each node and segment and an edge for each interface', () => {
    expect(dot(samplePlan())).toBe(
      [
        'graph "sample" {',
        '  rankdir=LR;',
        '  n0 [shape=box, label="left"];',
        '  n1 [shape=hexagon, label="right\\nrouter"];',
        '  s0 [shape=ellipse, label="wire\\n10.0.0.0/24"];',
        '  n0 -- s0 [label="enp0s3\\n10.0.0.1/24\\n50 Mbit/s"];',
        '  n1 -- s0 [label="enp0s3\\n10.0.0.2/24\\n50 Mbit/s"];',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('keeps a name inside its quotes, whatever it holds', () => {
    const hostile = sampleNode('a\\" ]; evil [label="&lt;', '10.0.0.1');
    const line = dot(samplePlan({ nodes: [hostile] })).split('\n')[2];
    expect(line).toBe('  n0 [shape=box, label="a\\\\\\" ]; evil [label=\\"&amp;lt;"];');
  });
});
