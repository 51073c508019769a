import { describe, expect, it } from 'vitest';
import { buildLab } from '../../../src/build-lab.js';
import { mptcpLab } from '../../../src/presets/mptcp-lab.js';
import { topologySvg } from '../../../src/report/topology/topology-svg.js';

const { plan } = buildLab(mptcpLab(), { provider: 'netns' });

describe('the picture of a lab', () => {
  it('names every node, interface, address, segment and rate', () => {
    const svg = topologySvg(plan);
    const names = plan.nodes.flatMap(({ name, interfaces }) => [
      name,
      ...interfaces.flatMap(({ device, addresses }) => [device, addresses[0]?.address ?? '']),
    ]);
    for (const text of [...names, 'pathA', '192.168.10.0/24', '50 Mbit/s']) {
      expect(svg).toContain(text);
    }
  });

  it('is the same every time', () => {
    expect(topologySvg(plan)).toBe(topologySvg(plan));
  });

  it('draws a link for each cable and each plug into a larger segment', () => {
    const links = topologySvg(plan).match(/<g class="link /g);
    expect(links).toHaveLength(plan.segments.length);
  });

  it('escapes what a plan may hold', () => {
    const segments = plan.segments.map((segment) => ({ ...segment, subnets: ['<b>&"'] }));
    expect(topologySvg({ ...plan, segments })).not.toContain('<b>');
  });
});
