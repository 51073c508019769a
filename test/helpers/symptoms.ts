import type { RungId } from '../../src/model/verdict.js';

/** How a broken lab shows its mistake on the real kernel. */
export type Symptom =
  /** The verdict of its experiment, and the first rung that does not pass. */
  | { readonly verdict: 'fail' | 'inconclusive'; readonly rung: RungId; readonly reason: RegExp }
  /** It does not come up, and says why. */
  | { readonly up: RegExp }
  /** What a command says on a node of the broken lab, and not on the mended one's. */
  | { readonly node: string; readonly command: string; readonly says: RegExp };

/** By the rule that finds the mistake before anything runs. */
export const symptoms: Readonly<Record<string, Symptom>> = {
  'mptcp/endpoint-address-unowned': {
    ...{ verdict: 'fail', rung: 'mp-join', reason: /MPJoinSynTxBindErr/ },
  },
  'mptcp/endpoint-without-flag': {
    ...{ verdict: 'fail', rung: 'mp-join', reason: /^The client never tried/ },
  },
  'mptcp/subflow-limit-on-client': {
    ...{ verdict: 'fail', rung: 'mp-join', reason: /^The client never tried/ },
  },
  'mptcp/subflow-limit-on-server': {
    ...{ verdict: 'fail', rung: 'mp-join', reason: /^The server rejects joins/ },
  },
  'routing/no-source-rule': {
    ...{ verdict: 'fail', rung: 'path-payload', reason: /leaves by enp0s3 instead of enp0s8/ },
  },
};
