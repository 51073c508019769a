import type { VerdictWords } from '../words.js';

export const mends: VerdictWords['mends'] = {
  routers: 'ルーター',
  routersOnPath: '経路上のルーター',
  routersOnPathAndServer: '経路上のルーターとサーバー',
  routersAndServer: 'ルーターとサーバー',
  everythingOnTheWay: '途中のルーター、NAT、ファイアウォール',
  keepListening: '待ち受けを続ける（例：ncat -l -k）',
  keepInputOpen: 'プログラムの標準入力を開いたままにする',
  keepSending:
    '参加が済むまで接続を開いたままにする（例：ncat は --send-only なし、nc は -N なし）',
  findProxy: 'TCP オプションを書き換えるプロキシを探す',
  linkDynamically: '動的リンクのプログラムを使う（Go：GODEBUG=multipathtcp=1）',
  bootUpstream: '本家のカーネル（5.10 以降）を起動する',
  either: (settings) => settings.join(' または '),
  plugRouter: (device) => `${device} のセグメントにルーターを接続する：nodes.ROUTER.interfaces`,
  orWithout: (setting, address) => `または ${setting} を ${address} を除いて列挙する`,
  leaveOut: (setting) => `${setting}：省略すれば自動で計算される`,
  leaveFlagOut: (setting, flag, address) => `${setting}：${address} のフラグ "${flag}" を外す`,
  orMore: (setting, least) => `${setting}：${least} 以上`,
  sameMtu: 'segments[].mtu：両側で同じにする。impairment.burstBytes：MTU + 14 以上',
};
