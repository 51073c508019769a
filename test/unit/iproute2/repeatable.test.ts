import { expect, it } from 'vitest';
import { repeatable } from '../../../src/iproute2/repeatable.js';

it('replaces what can be replaced and leaves rules, links and endpoints as they are', () => {
  const lines = [
    'address add 10.1.0.1/24 dev enp0s3',
    'route add default via 10.1.0.2',
    'qdisc add dev enp0s3 root tbf',
    'rule add from 10.1.0.1 table 1',
    'mptcp endpoint add 10.1.0.1 dev add',
    'link set enp0s3 up',
  ];
  expect(repeatable(lines)).toEqual([
    'address replace 10.1.0.1/24 dev enp0s3',
    'route replace default via 10.1.0.2',
    'qdisc replace dev enp0s3 root tbf',
    'rule add from 10.1.0.1 table 1',
    'mptcp endpoint add 10.1.0.1 dev add',
    'link set enp0s3 up',
  ]);
});
