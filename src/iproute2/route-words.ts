import type { Route } from '../model/plan.js';

/** What names a route behind `route add`, see ip-route(8). */
export function routeWords({ family, to, via, device, metric }: Route): (string | number)[] {
  return [
    // A bare `default` without next hop would be taken for IPv4.
    to === 'default' && family === 'ipv6' ? '::/0' : to,
    ...(via === null ? [] : ['via', via]),
    ...(device === null ? [] : ['dev', device]),
    ...(metric === null ? [] : ['metric', metric]),
  ];
}
