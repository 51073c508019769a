import type { VerdictWords } from '../words.js';

const bytesOr = (bytes: number | null) => (bytes === null ? '不明' : `${bytes} バイト`);
const ends = { client: 'クライアント', server: 'サーバー' };
const damages = {
  missing: 'がありません',
  'not-a-capture': 'はキャプチャファイルではありません',
  'file-damaged': 'は途中で切れているか壊れています',
  'link-type-unknown': 'のリンクタイプは未対応です',
};

export const rungs: VerdictWords['rungs'] = {
  programs: {
    expected: 'クライアントとサーバーがソケットを開き、役割を果たすこと',
    why: '動かなかったプログラムからは、ネットワークについて何も言えません。',
    measured: (sent, received) => `送信 ${bytesOr(sent)}、受信 ${bytesOr(received)}`,
    said: (program, node, trouble) => `${node} の ${program}：${trouble}`,
    troubled: (troubles) =>
      `プログラムが役割を果たせなかったため、この実行からは何も言えません（${troubles}）。`,
  },
  captures: {
    expected: 'クライアントの各インターフェースの完全なキャプチャがあり、接続が記録されていること',
    why: '以降の判定は、すべてこのパケットに基づきます。',
    measured: (connections, captures, dropped) =>
      `キャプチャ ${captures} 個に TCP 接続 ${connections} 本、取りこぼし ${dropped} パケット`,
    useless: (trouble) =>
      `キャプチャから経過が分からないため（${trouble}）、この実行からは何も言えません。もう一度実行してください。`,
    damage: ({ code, file }) => `${file} ${damages[code]}`,
    noSyn: 'サーバー宛の SYN がどのキャプチャにもありません',
    onlyJoins: 'MP_JOIN だけがあり、その元の接続がありません',
    optionsCut: 'スナップ長により TCP オプションが切れています',
    tooFew: (captured, received) =>
      `キャプチャにあるペイロードは ${captured} バイト、サーバーの受信は ${received} バイト`,
    dropped: (packets) => `キャプチャが ${packets} パケットを取りこぼしました`,
    doubt: (packets) =>
      `キャプチャが ${packets} パケットを取りこぼしたため、見えないものが実際にはあった可能性があります。`,
  },
  'mp-capable': {
    expected: (device) => `${device} の SYN、SYN/ACK、第 3 の ACK に MP_CAPABLE v1 があること`,
    why: '両端が MPTCP v1 に合意し、互いの鍵を知っています。',
    measured: (key) => `三つとも v1、サーバーの鍵は 0x${key}`,
    noConnection: { measured: '接続なし', reason: 'SYN がありません。' },
    plainSyn: 'SYN に MP_CAPABLE なし',
    remembersBlackhole:
      'クライアントは MP_CAPABLE 付きの SYN が破棄されたことを記憶し、通常の TCP を使っています（net.mptcp.blackhole_timeout）。途中で SYN が破棄されています。',
    plainClient:
      'クライアントのプログラムは通常の TCP ソケットを開きました。MPTCP を強制する手段がありません（forcing none）。',
    unforcedClient: (forcing) =>
      `${forcing} を使っても、クライアントのプログラムは MPTCP を使いませんでした。静的リンクか、Go のプログラムではありませんか。`,
    otherSyn: (version) => `SYN の MP_CAPABLE が v${version}`,
    speaks: (end, version) =>
      `${ends[end]}は MPTCP v${version}${version === 0 ? '（RFC 6824、ツリー外のカーネル）' : ''} を話しますが、本家の Linux は v1 だけを話します。`,
    noSynAck: {
      measured: 'SYN/ACK なし',
      reason: 'サーバーの応答がクライアントのインターフェースに届いていません。',
    },
    plainSynAck: 'SYN/ACK に MP_CAPABLE なし',
    synUnanswered:
      'MP_CAPABLE 付きの SYN に応答がなく、オプションなしの SYN が送られました。途中で TCP オプション 30 付きの SYN が破棄されています。',
    plainServer:
      'サーバーのプログラムは通常の TCP ソケットで待ち受けています。MPTCP を強制する手段がありません（forcing none）。',
    strippedOnWayBack:
      'サーバーは MP_CAPABLE を受け取り、付けて応答しましたが、戻りの途中で TCP オプション 30 が除去されています。',
    strippedOrPlain:
      'サーバーの MPTCP リスナーに MP_CAPABLE が届いていません。途中（ルーター、NAT、ファイアウォール）で TCP オプション 30 が除去されているか、サーバーのプログラムが通常の TCP を使っています。',
    noAck: '第 3 の ACK なし',
    ack: (what) => `第 3 の ACK は ${what}`,
    unconfirmed: 'クライアントが両方の鍵で MPTCP を確認していないため、接続は通常の TCP です。',
    noCapable: 'MP_CAPABLE なし',
    capable: (version, keys) => `MP_CAPABLE v${version}（鍵 ${keys} 個）`,
    openedOn: (device) => `接続は ${device} から開かれました`,
    routeLeadsBy: (device) =>
      `サーバーへの経路は ${device} を通ります。デフォルト経路のメトリックを確認してください。`,
  },
  dss: {
    expected: '各サブフローのデータが最後のセグメントまで DSS で対応付けられていること',
    why: 'DSS のないデータは、ハンドシェイクの内容によらず通常の TCP です。',
    measured: (mapped, segments) => `データセグメント ${segments} 個中 ${mapped} 個に対応付けあり`,
    noData: { measured: 'データなし', reason: 'クライアントはデータを送信していません。' },
    plain: 'データは最初から通常の TCP で送られました。',
    fellBack:
      '接続は途中で通常の TCP に切り替わりました。データの TCP オプション 30 が除去されているか、壊されています。',
  },
  'mp-join': {
    expected: (joins) => `サーバーの鍵のトークンを持つ MP_JOIN が受理されること（${joins}）`,
    why: '参加はこの接続に属します。トークンが、サーバーの鍵の SHA-256 を切り詰めた値と一致します。',
    measured: (joins, token) => `参加 ${joins} 件、トークン ${token ?? '不明'}`,
    oneWay: {
      measured: '参加する経路なし',
      reason: '計画には経路が 1 本しかなく、サブフロー 1 本ではマルチパスになりません。',
    },
    noneExpected: 'どのインターフェースにも MP_JOIN がないこと',
    whyNone: 'エンドポイントがなければ、接続のサブフローは 1 本です。',
    none: 'なし',
    some: (joins, from) => `MP_JOIN が ${joins} 件（送信元 ${from}）`,
    foreign:
      'ラボ以外のものがエンドポイントを追加しています。NetworkManager か mptcpd ではありませんか。',
  },
  hmac: {
    expected: '各参加の SYN/ACK と ACK に、両方の鍵とノンスから計算した HMAC があること',
    why: 'この接続の両方の鍵を知る者だけが参加できます。HMAC はパケットから計算し直しました。',
    measured: (right, seen) => (seen === 0 ? 'なし' : `${seen} 個中 ${right} 個が一致`),
    step: (step, address) => `${address} からの参加の ${step}`,
    wrong: (steps) =>
      `${steps.join('と、')}の HMAC が一致しません。途中で鍵かノンスが書き換えられているか、参加した者が鍵を知りません。`,
    without: (joins) => `${joins}の参加は、両方の HMAC まで進みませんでした。`,
    unknown: '計算に必要な鍵とノンスがキャプチャにありません。',
  },
  'data-contiguous': {
    expected: '全サブフローを合わせたデータシーケンスに欠落がなく、サーバーの受信量に達すること',
    why: '各サブフローは一つのストリームの一部です。対応付けに従って合わせると、全データになります。',
    bytes: (bytes, gaps) => `${bytes} バイト、${gaps}`,
    noGap: '欠落なし',
    gaps: (count, bytes) => `欠落 ${count} か所、計 ${bytes} バイト`,
    firstGap: (start, end) => `最初は ${start} から ${end} まで`,
    noConnection: 'MPTCP 接続なし',
    nothing: '対応付けられたデータがありません。',
    unmapped: (segments) =>
      `データセグメント ${segments} 個に対応付けがなく、データ内の位置が分かりません。`,
    lost: (bytes) =>
      `${bytes} バイトはどのサブフローにもなく、サーバーも確認応答していません。失われています。`,
    uncaptured: (bytes) =>
      `欠けている ${bytes} バイトはサーバーが確認応答しているため、送信されています。キャプチャが取りこぼしました。`,
    short: (received, lost) =>
      `サーバーは ${received} バイトを受信しました。キャプチャはそのうち ${lost} バイトを取りこぼしています。`,
  },
  'path-payload': {
    why: '各経路は、自分のインターフェースから割り当て分のデータを運びます。',
    backup: (percent, device) => `${device} は ${percent} % 以下（バックアップ）`,
    acknowledged: (bytes, device) => `${device} で ${bytes} バイト以上が確認応答されること`,
    share: (percent, device) => `${device} で ${percent} 以上`,
    measured: (device, bytes, percent) => `${device} ${bytes} バイト（${percent}）`,
    contradicted: (devices) =>
      `${devices} のインターフェースカウンターとキャプチャが矛盾しています。キャプチャが不完全です。`,
    backupUsed: (device) =>
      `他の経路が使えるのに、バックアップの ${device} がデータを運んでいます。一方の端がバックアップとして扱っていません。`,
    noSubflow: (address, device) =>
      `${address} からのサブフローがないため、${device} は使われていません。`,
    starved: (address, device) =>
      `${address} からのサブフローは ${device} で参加しましたが、ほとんどデータを運んでいません。転送が短すぎたか、その経路でフルサイズのパケットが失われています（MTU、キュー、レート）。`,
    misled: (address, by, device) =>
      `${address} からのサブフローは ${device} ではなく ${by} から出ています。送信元アドレス ${address} のルールがなく（ip rule show）、エンドポイントも ${device} に結び付けられていません。`,
    only: (device) => `ペイロードが ${device} だけから出ること`,
    whyOnly: 'サブフロー 1 本はインターフェースを一つだけ使います。',
    others: (devices) => `ペイロードが ${devices} から出ました。経路を確認してください。`,
    none: (device) => `${device} からペイロードが出ていません。`,
  },
  'joins-accepted': {
    expected: (joins) =>
      `サーバー：MPJoinAckRx が ${joins} 以上増え、MPJoinRejected が増えないこと`,
    why: 'サーバーは各参加の HMAC を検証し、サブフローを保持しました。',
    rejects:
      'サーバーが参加を拒否しています。サブフロー上限が低すぎるか（ip mptcp limits show）、サーバーのプログラムが接続の受信側を閉じました。',
    incomplete: 'サーバー側で参加が完了していない経路があります。',
  },
  'no-fallback': {
    expected: 'どちらの端でもフォールバックのカウンターが増えないこと',
    why: 'どちらの端も、通常の TCP に切り替えていません。',
    none: '増加なし',
    fellBack:
      '一方の端が通常の TCP に切り替えました。相手が MPTCP を話さないか、途中で TCP オプション 30 が除去されています。',
  },
};
