import { pointer } from '../../../model/pointer.js';
import { endpointPlaces } from '../../roles.js';
import type { Rule } from '../../rule.js';

export const endpointDeviceMissing: Rule = {
  id: 'mptcp/endpoint-device-missing',
  severity: 'error',
  summary: 'an endpoint bound to a device that the node does not have',
  check: (context) =>
    endpointPlaces(context)
      .filter(({ node, endpoint: { device } }) => {
        return device !== null && !node.interfaces.some((nic) => nic.device === device);
      })
      .map(({ node, endpoint, at }) => ({
        at: [...at, 'dev'],
        message: `${node.name} has no device ${endpoint.device ?? ''}`,
        consequence: 'ip refuses the endpoint (Cannot find device): the lab does not come up.',
        mend: `Take one of ${node.interfaces.map((nic) => nic.device).join(', ')}.`,
      })),
};

export const endpointWrongDevice: Rule = {
  id: 'mptcp/endpoint-wrong-device',
  severity: 'error',
  summary: "an endpoint bound to another device than its address's",
  check: (context) =>
    endpointPlaces(context).flatMap(({ node, endpoint, at }) => {
      const { address, device } = endpoint;
      const own = context.owners.get(address)?.filter((port) => port.node === node) ?? [];
      const [owner] = own;
      const known = node.interfaces.some((nic) => nic.device === device);
      if (!owner || !known || own.some(({ nic }) => nic.device === device)) return [];
      const place = [...at, 'dev'];
      return {
        at: place,
        message: `${address} is on ${owner.nic.device} of ${node.name}, its endpoint is bound to ${device ?? ''}`,
        consequence: `The join leaves by ${device ?? ''} and the answer comes by ${owner.nic.device}, where the socket does not listen: no path is won, ${owner.nic.device} stays idle.`,
        mend: `Bind it to ${owner.nic.device}.`,
        changes: [{ op: 'replace', path: pointer(...place), value: owner.nic.device }],
        safe: true,
      };
    }),
};
