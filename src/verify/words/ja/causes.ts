import type { VerdictWords } from '../words.js';

const unforced = (forcing: string, end: string) =>
  `${forcing} が${end}のプログラムに効いていません。静的リンクか、libc を介さずにソケットを開くプログラム（Go）です。`;

export const causes: VerdictWords['causes'] = {
  'mptcp-off': (node) => `${node} で MPTCP が無効です（net.mptcp.enabled が 0）。`,
  'port-taken': (node, port) => `${node} の別のプログラムがポート ${port} を使っています。`,
  'port-rejected': {
    connection: (port) =>
      `サーバーは待ち受けていましたが、ポート ${port} への接続が拒否されました。途中のファイアウォールが拒否しています。`,
    perhapsJoin: (device) =>
      `${device} の経路のファイアウォールが参加をリセットしている可能性があります。`,
    join: (device) =>
      `${device} の参加がリセットされましたが、サーバーの TCP が送ったものではありません（TcpOutRsts が増えていない）。その経路のファイアウォールが拒否しています。`,
  },
  'server-unreachable': (address) =>
    `${address} から何も戻りません。転送しないルーターがあるか、経路がないか、ファイアウォールが破棄しています。`,
  'no-return-route': {
    connection: (server) =>
      `${server} にクライアントへの戻りの経路がありません（IpOutNoRoutes が増加）。`,
    join: (address, server) =>
      `${address} からの参加は ${server} に届きましたが、応答が戻りません。${server} か戻りの途中のルーターに、そのネットワークへの経路がありません。`,
  },
  'program-missing': (node, program) =>
    `${node} に、${program} の実行に必要なものが揃っていません。`,
  'captures-not-whole': {
    dropped: (packets) =>
      `キャプチャの前にカーネルが ${packets} パケットを取りこぼしました。ホストの負荷が高すぎました。`,
    damaged: 'キャプチャが壊れているか、途中で切れているか、接続の全体を含んでいません。',
  },
  'plain-client': {
    nothingForces:
      'クライアントのプログラムは通常の TCP ソケットを開きました。MPTCP を強制する手段がありません（forcing none）。',
    unforced: (forcing) => unforced(forcing, 'クライアント'),
  },
  'plain-server': {
    nothingForces:
      'サーバーのプログラムは通常の TCP ソケットで待ち受けています。MPTCP を強制する手段がありません（forcing none）。',
    unforced: (forcing) => unforced(forcing, 'サーバー'),
  },
  'v0-peer': {
    seen: (node) =>
      `${node} は MPTCP v0（RFC 6824、ツリー外のカーネル）を話します。Linux 5.6 以降は v1 だけを話すため、両者は通常の TCP に切り替わります。`,
    perhaps: (server) =>
      `${server} のカーネルには本家の MPTCP のカウンターがありません。MPTCP がないか、v0 を話すツリー外のカーネルです。`,
  },
  'syn-option-dropped':
    'MP_CAPABLE 付きの SYN が途中で破棄され、オプションなしの SYN だけが届きました（MPCapableSYNTXDrop が増加）。',
  'blackhole-memory': (client) =>
    `${client} は MP_CAPABLE 付きの SYN が破棄されたことを記憶し、しばらく通常の TCP を使います（MPCapableSYNTXDisabled が増加）。`,
  'option-30-stripped': {
    onWayBack:
      'サーバーは MP_CAPABLE を受け取り、付けて応答しましたが、戻りの途中で TCP オプション 30 が除去されました。',
    onWayThere: (client, server) =>
      `SYN は MP_CAPABLE 付きで ${client} を出ましたが、${server} の MPTCP リスナーに届いていません。途中で TCP オプション 30 が除去されています。`,
    afterHandshake: (device) =>
      `ハンドシェイクは MPTCP でしたが、その後の ${device} のパケットは違います。SYN より後のパケットから TCP オプション 30 が除去されています。`,
    fromAnswer: (device) =>
      `${device} の参加への応答に MP_JOIN がありません。その経路で TCP オプション 30 が除去されています。`,
    afterJoin: (device) =>
      `${device} の参加に応答はありましたが、その確認が計数されていません。SYN より後のパケットから TCP オプション 30 が除去されています。`,
  },
  'default-route-elsewhere': (address, by, device) =>
    `${address} への経路は ${device ?? '計画の経路'} ではなく ${by} を通ります。`,
  'segment-unplugged': (device, address) =>
    `${device}（${address}）からサーバーに通じるセグメントやルーターがありません。`,
  'endpoint-missing': (client, address) =>
    `${client} に MPTCP エンドポイント ${address} がないため、そこから参加しません。`,
  'endpoint-without-flag': (client, address, flags) =>
    `${client} のエンドポイント ${address} のフラグは${flags.length > 0 ? ` ${flags.join('、')} だけ` : 'なし'}です。\`subflow\` か \`fullmesh\` がなければ、クライアントはそこから参加しません。`,
  'endpoint-is-backup': (address) =>
    `エンドポイント ${address} はバックアップです。他の経路が使える間は何も運びません。`,
  'address-not-up': (client, address, counters) =>
    `${client} は ${address} からの参加を試みましたが、送信できませんでした（${counters}）。そのアドレスが稼働中のインターフェースにないか、そこから出る経路がありません。`,
  'client-limit': {
    join: (client, limit, needed) =>
      `${client} が追加で開けるサブフローは ${limit} 本で、${needed} 本必要です（Linux 5.16 より前の既定値は 0）。`,
    announced: (client, limit, needed) =>
      `${client} が追加で開けるサブフローは ${limit} 本で、${needed} 本必要です。`,
  },
  'server-limit': (server, limit, needed) =>
    `${server} が受け入れる追加のサブフローは ${limit} 本で、${needed} 本必要なため、参加を拒否しています（MPJoinRejected が増加）。`,
  'server-half-closed':
    'サーバーのプログラムが、参加が届く前に接続の片方向を閉じました（標準入力が終わっていませんか）。',
  'client-half-closed': (client, address) =>
    `${client} のプログラムが、${address} からの参加の前に接続の送信側を閉じました。それ以降、Linux はサブフローを開きません。カウンターには現れません。`,
  'userspace-path-manager': (client) =>
    `${client} は経路をユーザー空間のパスマネージャー（mptcpd）に任せていて、どこからも参加していません。`,
  'joins-to-initial-address-forbidden': (server) =>
    `${server} は、接続が開かれたアドレスへの参加を禁止しています。`,
  'announcement-missing': (server, address) =>
    `${server} は ${address} を通知していません。\`signal\` 付きのエンドポイントがありません。`,
  'announcement-not-accepted': (client, limit, needed) =>
    `${client} が受け入れる通知アドレスは ${limit} 個で、${needed} 個が通知されています。`,
  'no-source-rule': (address, by, device) =>
    `送信元アドレス ${address} のポリシールールがなく、エンドポイントにデバイスの指定もないため、パケットは ${device} ではなく ${by ?? '別の経路'} から出ます。`,
  'source-rule-elsewhere': ({ address, table, by, device }) =>
    `${address} のポリシールールはテーブル ${table} を参照し、パケットは ${device} ではなく ${by ?? '別の経路'} から出ます。`,
  'rp-filter': (nodes) =>
    `${nodes} の厳格なリバースパスフィルターがパケットを破棄しました（IPReversePathFilter が増加）。戻りの経路が別のインターフェースを通ります。`,
  'path-cut': (device, server) =>
    `参加は ${device} から出ましたが、${server} に届いていません。経路が切れているか、ファイアウォールが破棄しているか、ルーターが転送しないかリバースパスで破棄しています。`,
  'listener-closed': (device) =>
    `${device} の参加がリセットされました。届いたとき、サーバーのプログラムは待ち受けを終えていました（\`ncat -l\` は -k がないと最初の接続の後に待ち受けを閉じます）。`,
  'hmac-mismatch': (device) =>
    `${device} の参加の HMAC が一致しません。途中で鍵かノンスが書き換えられています。`,
  'full-size-packets-lost': (device) =>
    `${device} のサブフローは確立していますが、ほとんどデータを運んでいません。フルサイズのパケットが失われています（途中の MTU が小さいか、シェーパーのバーストが 1 フレームより小さい）。`,
  'transfer-too-short': (bytes, device) =>
    `${device} の経路が必要になる前に、${bytes} バイトの転送が終わりました。`,
  'backup-not-honoured': (device) =>
    `他の経路が使えるのに、バックアップの ${device} がデータを運んでいます。一方の端がバックアップとして扱っていません。`,
  'foreign-endpoints': (addresses) =>
    `実験がエンドポイントをすべて外したのに、${addresses} から参加がありました。NetworkManager か mptcpd が追加しています。`,
};
