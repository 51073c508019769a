/** Where to look and what to do, where it is no command line and no setting. */
export const mends = {
  routers: 'routers',
  routersOnPath: 'routers on the path',
  routersOnPathAndServer: 'routers on the path, and the server',
  routersAndServer: 'routers and server',
  everythingOnTheWay: 'routers, NATs and firewalls on the way',
  keepListening: 'keep listening, e.g. ncat -l -k',
  keepInputOpen: "keep the program's standard input open",
  keepSending:
    'keep the connection open until the joins are there, e.g. ncat without --send-only, nc without -N',
  findProxy: 'look for a proxy that rewrites TCP options',
  linkDynamically: 'use a dynamically linked program; Go: GODEBUG=multipathtcp=1',
  bootUpstream: 'boot an upstream kernel (5.10 or newer)',
  either: (settings: readonly [string, string]) => settings.join(' or '),
  plugRouter: (device: string) =>
    `plug a router into the segment of ${device}: nodes.ROUTER.interfaces`,
  orWithout: (setting: string, address: string) => `or list ${setting} without ${address}`,
  leaveOut: (setting: string) => `${setting}: leave it out, and it is computed`,
  leaveFlagOut: (setting: string, flag: string, address: string) =>
    `${setting}: leave out the flag "${flag}" of ${address}`,
  orMore: (setting: string, least: number) => `${setting}: ${least} or more`,
  sameMtu: 'segments[].mtu: the same on both sides; impairment.burstBytes: at least the MTU + 14',
};
