import { describe, expectTypeOf, it } from 'vitest';
import {
  buildLab,
  mptcpLab,
  type BuiltLab,
  type Lab,
  type LabHandle,
  type TopologyInput,
  type Verdict,
} from '../../src/index.js';

const segments = { lan: {} };

describe('a topology', () => {
  it('is checked by the compiler as the schema checks JSON', () => {
    expectTypeOf(buildLab).parameter(0).toEqualTypeOf<TopologyInput>();
    expectTypeOf(mptcpLab()).toEqualTypeOf<TopologyInput>();
    const host = { interfaces: [{ segment: 'lan' }] };
    expectTypeOf({ name: 'lab', segments, nodes: { host } }).toExtend<TopologyInput>();
  });

  it('has no words the schema does not know', () => {
    // @ts-expect-error a role is host or router
    buildLab({ name: 'lab', segments, nodes: { a: { role: 'switch', interfaces: [] } } });
    // @ts-expect-error rates bear their unit
    buildLab({ name: 'lab', segments: { lan: { impairment: { rate: 5 } } }, nodes: {} });
    // @ts-expect-error a lab has a name
    buildLab({ segments, nodes: {} });
    // @ts-expect-error flags are the kernel's
    mptcpLab().nodes['client']!.mptcp = { endpoints: [{ address: '::1', flags: ['primary'] }] };
  });
});

describe('a lab', () => {
  it('is planned at once and acts by promises', () => {
    expectTypeOf(buildLab).returns.toEqualTypeOf<BuiltLab>();
    expectTypeOf<Lab['up']>().returns.resolves.toEqualTypeOf<LabHandle>();
    expectTypeOf<Lab['verify']>().returns.resolves.toEqualTypeOf<readonly Verdict[]>();
  });

  it('is disposed of with `await using`', () => {
    expectTypeOf<LabHandle>().toExtend<AsyncDisposable>();
  });

  it('has a provider of the table', () => {
    // @ts-expect-error there is no such provider
    buildLab(mptcpLab(), { provider: 'docker' });
  });

  it('cannot be changed once it is planned', () => {
    // @ts-expect-error the plan is pure data, read by everybody
    buildLab(mptcpLab()).plan.nodes[0]!.name = 'other';
  });
});
