import type { Rule } from './rule.js';
import { duplicateAddress } from './rules/address/duplicate.js';
import { notAHost } from './rules/address/not-a-host.js';
import { outsideSubnet } from './rules/address/outside-subnet.js';
import { overlappingSubnets } from './rules/address/overlapping-subnets.js';
import { twoNicsInOneSubnet } from './rules/address/two-nics-in-one-subnet.js';
import { noExperiment } from './rules/experiment/none.js';
import {
  programWithoutAddress,
  programWithoutPort,
  serverBoundElsewhere,
} from './rules/experiment/own-programs.js';
import { plainTcpClient, plainTcpServer } from './rules/experiment/plain-tcp.js';
import { tooShort } from './rules/experiment/too-short.js';
import { burstBelowFrame, smallBurst } from './rules/link/burst.js';
import { mtuBelowIpv6 } from './rules/link/mtu-below-ipv6.js';
import { rateRatio, sharedBottleneck, unshapedBesideShaped } from './rules/link/rates.js';
import { totalLoss } from './rules/link/total-loss.js';
import { goWithoutProgram, nativeWithoutProgram } from './rules/forcing/without-program.js';
import { kernelFeatures } from './rules/image/kernel-features.js';
import { kernelWithoutParameter } from './rules/image/kernel-parameters.js';
import { diskTooSmall, iperf3WithoutMptcp, tcpdumpTooOld } from './rules/image/tools.js';
import { unknownRuleSetting } from './rules/lint/unknown-rule.js';
import { allPathsBackup } from './rules/mptcp/all-paths-backup.js';
import { announcesAnotherPort, portOfExperiment } from './rules/mptcp/announced-port.js';
import { announcedUnreachable } from './rules/mptcp/announced-unreachable.js';
import { announcementNotAccepted } from './rules/mptcp/announcement-not-accepted.js';
import { endpointAddressUnowned } from './rules/mptcp/endpoint-address-unowned.js';
import { endpointDeviceMissing, endpointWrongDevice } from './rules/mptcp/endpoint-device.js';
import { endpointMissing } from './rules/mptcp/endpoint-missing.js';
import { modifierFlagAlone, signalOnClient } from './rules/mptcp/endpoint-role.js';
import { endpointWithoutFlag } from './rules/mptcp/endpoint-without-flag.js';
import { fullmeshWithoutWay } from './rules/mptcp/fullmesh-without-way.js';
import { blackholeMemory, staleLossCount } from './rules/mptcp/memory.js';
import { offButConfigured } from './rules/mptcp/off-but-configured.js';
import { offOnClient, offOnServer } from './rules/mptcp/off.js';
import { noJoinToInitialAddress, userspacePathManager } from './rules/mptcp/path-manager.js';
import { refusedEndpoints } from './rules/mptcp/refused-endpoint.js';
import { subflowLimitOnClient } from './rules/mptcp/subflow-limit-on-client.js';
import { subflowLimitOnServer } from './rules/mptcp/subflow-limit-on-server.js';
import { subflowOnServer } from './rules/mptcp/subflow-on-server.js';
import { crossedTables, emptyTable } from './rules/routing/empty-table.js';
import { gatewayIsItself, gatewayOffLink, gatewayUnowned } from './rules/routing/gateways.js';
import { initialPathElsewhere } from './rules/routing/initial-path-elsewhere.js';
import {
  forwardingOff,
  gatewayDoesNotForward,
  noRoute,
  noWayBack,
  routingLoop,
} from './rules/routing/losses.js';
import { noSourceRule } from './rules/routing/no-source-rule.js';
import { duplicateRoute, routeDeviceMissing } from './rules/routing/refused-route.js';
import { reservedTable } from './rules/routing/reserved-table.js';
import { reversePathOnHost, reversePathOnRouter } from './rules/routing/reverse-path.js';
import { sharedTable } from './rules/routing/shared-table.js';
import { sourceUnowned } from './rules/routing/source-unowned.js';
import { ttlTooLow } from './rules/routing/ttl-too-low.js';
import { ipv6Disabled } from './rules/sysctl/ipv6-disabled.js';
import {
  sysctlDeviceMissing,
  sysctlMisspelt,
  sysctlOfTheHost,
} from './rules/sysctl/refused-key.js';
import { unknownChoices } from './rules/sysctl/unknown-choice.js';
import { pathLeadsNowhere, unreachableNode } from './rules/topology/reach.js';
import { routerWithoutWayOn, unusedSegment } from './rules/topology/unused.js';

/** Every rule there is, by what it is about. A new one is a module, a row here and a page (CONTRIBUTING.md). */
export const rules: readonly Rule[] = [
  // routing
  initialPathElsewhere,
  noSourceRule,
  emptyTable,
  crossedTables,
  sharedTable,
  reservedTable,
  sourceUnowned,
  gatewayIsItself,
  gatewayUnowned,
  gatewayOffLink,
  gatewayDoesNotForward,
  forwardingOff,
  noRoute,
  noWayBack,
  routingLoop,
  reversePathOnHost,
  reversePathOnRouter,
  duplicateRoute,
  routeDeviceMissing,
  ttlTooLow,
  // addresses
  duplicateAddress,
  notAHost,
  outsideSubnet,
  overlappingSubnets,
  twoNicsInOneSubnet,
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
  allPathsBackup,
  announcedUnreachable,
  fullmeshWithoutWay,
  portOfExperiment,
  announcesAnotherPort,
  subflowOnServer,
  offButConfigured,
  staleLossCount,
  blackholeMemory,
  // kernel parameters
  ...unknownChoices,
  sysctlMisspelt,
  sysctlDeviceMissing,
  sysctlOfTheHost,
  ipv6Disabled,
  // images
  ...kernelFeatures,
  kernelWithoutParameter,
  tcpdumpTooOld,
  iperf3WithoutMptcp,
  diskTooSmall,
  // links
  burstBelowFrame,
  smallBurst,
  totalLoss,
  mtuBelowIpv6,
  rateRatio,
  sharedBottleneck,
  unshapedBesideShaped,
  // experiments
  plainTcpServer,
  plainTcpClient,
  nativeWithoutProgram,
  goWithoutProgram,
  programWithoutAddress,
  programWithoutPort,
  serverBoundElsewhere,
  tooShort,
  noExperiment,
  // topology
  pathLeadsNowhere,
  unreachableNode,
  unusedSegment,
  routerWithoutWayOn,
  // the linter's own settings
  unknownRuleSetting,
];
