import type { VerdictWords } from '../words.js';
import { rungs } from './rungs.js';

export const joins: VerdictWords['joins'] = {
  from: (address) => `${address} から`,
  to: (address) => `${address} へ`,
  missing: (which) => `${which}の MP_JOIN なし`,
  plainTcp: '接続が通常の TCP のため、参加できません。',
  noWay: (device, address) =>
    `${device}（${address}）からサーバーに通じるセグメントやルーターがありません。ルーターを接続するか、クライアントのエンドポイントを ${address} を除いて列挙してください。`,
  couldNotSend: (counters, address) =>
    `クライアントは送信を試みましたが、できませんでした（${counters}）。${address} は稼働中のインターフェースにありますか。`,
  neverTried: (address) =>
    `クライアントは参加を試みていません。subflow フラグ付きのエンドポイント ${address} がないか（ip mptcp endpoint show）、クライアントのサブフロー上限が低すぎます（ip mptcp limits show）。`,
  halfClosed:
    'クライアントのプログラムが参加の前に送信側を閉じました。それ以降、Linux はサブフローを開きません。',
  notAnnounced: (address) =>
    `サーバーは ${address} を通知していません。signal フラグ付きのエンドポイント ${address} がありません（ip mptcp endpoint show）。`,
  notFollowed: (address) =>
    `サーバーは ${address} を通知しましたが、クライアントは参加していません。上限が低すぎるか（ip mptcp limits show）、そこへの経路がありません。`,
  otherToken: (which) => `${which}の MP_JOIN のトークンが異なる`,
  ofAnother: (which) => `${which}の参加は別の接続に属します。`,
  unanswered: (which) => `${which}の MP_JOIN に応答なし`,
  cut: (by) =>
    `SYN は ${by} から出ましたが、何も戻りません。経路が切れているか、ファイアウォールが破棄しているか、戻りの経路がありません。`,
  misled: (by, device, address) =>
    `SYN は ${device} ではなく ${by} から出て、何も戻りません。送信元アドレス ${address} のポリシールールが必要です。`,
  plainAnswer: (which) => `${which}の MP_JOIN への応答に MP_JOIN なし`,
  stripped: (device) => `${device} の経路の途中で TCP オプション 30 が除去されています。`,
  reset: (which) => `${which}の MP_JOIN をサーバーがリセット`,
  rejects: rungs['joins-accepted'].rejects,
  incomplete: (which) =>
    `${which}の参加が完了していません。ACK からオプション 30 が除去されているか、プログラムが待ち受けを終えています。`,
};
