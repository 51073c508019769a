import type { Rule } from './rule.js';
import { plainTcpClient, plainTcpServer } from './rules/experiment/plain-tcp.js';
import { unknownRuleSetting } from './rules/lint/unknown-rule.js';
import { announcementNotAccepted } from './rules/mptcp/announcement-not-accepted.js';
import { endpointAddressUnowned } from './rules/mptcp/endpoint-address-unowned.js';
import { endpointDeviceMissing, endpointWrongDevice } from './rules/mptcp/endpoint-device.js';
import { endpointMissing } from './rules/mptcp/endpoint-missing.js';
import { modifierFlagAlone, signalOnClient } from './rules/mptcp/endpoint-role.js';
import { endpointWithoutFlag } from './rules/mptcp/endpoint-without-flag.js';
import { offOnClient, offOnServer } from './rules/mptcp/off.js';
import { noJoinToInitialAddress, userspacePathManager } from './rules/mptcp/path-manager.js';
import { refusedEndpoints } from './rules/mptcp/refused-endpoint.js';
import { subflowLimitOnClient } from './rules/mptcp/subflow-limit-on-client.js';
import { subflowLimitOnServer } from './rules/mptcp/subflow-limit-on-server.js';
import { crossedTables, emptyTable } from './rules/routing/empty-table.js';
import { gatewayOffLink, gatewayUnowned } from './rules/routing/gateways.js';
import { initialPathElsewhere } from './rules/routing/initial-path-elsewhere.js';
import {
  forwardingOff,
  gatewayDoesNotForward,
  noRoute,
  noWayBack,
  routingLoop,
} from './rules/routing/losses.js';
import { noSourceRule } from './rules/routing/no-source-rule.js';
import { pathLeadsNowhere, unreachableNode } from './rules/topology/reach.js';

/** Every rule there is, by what it is about. A new one is a module, a row here and a page (CONTRIBUTING.md). */
export const rules: readonly Rule[] = [
  // routing
  initialPathElsewhere,
  noSourceRule,
  emptyTable,
  crossedTables,
  gatewayUnowned,
  gatewayOffLink,
  gatewayDoesNotForward,
  forwardingOff,
  noRoute,
  noWayBack,
  routingLoop,
  // mptcp
  subflowLimitOnClient,
  subflowLimitOnServer,
  announcementNotAccepted,
  endpointMissing,
  endpointWithoutFlag,
  signalOnClient,
  modifierFlagAlone,
  endpointAddressUnowned,
  endpointDeviceMissing,
  endpointWrongDevice,
  ...refusedEndpoints,
  offOnClient,
  offOnServer,
  userspacePathManager,
  noJoinToInitialAddress,
  // experiments
  plainTcpServer,
  plainTcpClient,
  // topology
  pathLeadsNowhere,
  unreachableNode,
  // the linter's own settings
  unknownRuleSetting,
];
