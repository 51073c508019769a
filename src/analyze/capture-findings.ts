import type { AnalysisFinding, CaptureAnalysis } from '../model/analysis.js';
import type { Analyzer, Source } from './analyzer.js';
import { isKnownLinkType } from './link-layer.js';

type Found = Pick<AnalysisFinding, 'code' | 'severity' | 'message'>;

/** What is wrong with the captures, or missing from them. */
export function captureFindings(
  analyzer: Analyzer,
  seen: Omit<CaptureAnalysis, 'findings'>,
): AnalysisFinding[] {
  const ofCaptures = analyzer.sources.flatMap((source, capture) =>
    [...damage(source), ...passedOver(source), ...interfaces(seen, capture)].map((found) => ({
      ...{ ...found, capture, connection: null },
    })),
  );
  return [
    ...ofCaptures,
    ...everywhere(analyzer).map((found) => ({ ...found, capture: null, connection: null })),
  ];
}

function damage({ reader, name }: Source): Found[] {
  if (reader.damage === null) return [];
  const message = `${name}: ${reader.damage}`;
  if (reader.reader === null) return [{ code: 'not-a-capture', severity: 'limit', message }];
  const read = `${reader.packets} packets before that were read`;
  return [{ code: 'file-damaged', severity: 'limit', message: `${message}; ${read}` }];
}

function passedOver({ name, fragments, beforeOffload }: Source): Found[] {
  const found: Found[] = [];
  if (fragments > 0) {
    const message = `${name}: ${fragments} IP fragments; of a fragmented segment only the first part was looked at`;
    found.push({ code: 'fragments', severity: 'limit', message });
  }
  if (beforeOffload > 0) {
    const message = `${name}: ${beforeOffload} segments are longer than any link carries: they were captured before the network card cut them up, so packets and retransmissions on the wire differ`;
    found.push({ code: 'segments-before-offload', severity: 'limit', message });
  }
  return found;
}

function interfaces({ interfaces }: Omit<CaptureAnalysis, 'findings'>, capture: number): Found[] {
  return interfaces.flatMap((it) => {
    if (it.capture !== capture) return [];
    const found: Found[] = [];
    if (!isKnownLinkType(it.linkType)) {
      const message = `${it.name}: link type ${it.linkType} is not known here, so its ${it.packets} packets were not looked at`;
      found.push({ code: 'link-type-unknown', severity: 'limit', message });
    }
    if ((it.droppedPackets ?? 0) > 0) {
      const message = `${it.name}: the capture dropped ${it.droppedPackets ?? 0} packets, so what is missing may have been there`;
      found.push({ code: 'packets-dropped', severity: 'limit', message });
    }
    return found;
  });
}

function everywhere({ tracker }: Analyzer): Found[] {
  const found: Found[] = [];
  const cut = tracker.table.flows.reduce(
    (sum, { sent }) => sum + sent[0].optionsCut + sent[1].optionsCut,
    0,
  );
  if (cut > 0) {
    const message = `The snap length cut the TCP options of ${cut} packets: MPTCP there looks like plain TCP; capture 128 bytes or more of each packet`;
    found.push({ code: 'options-cut', severity: 'limit', message });
  }
  const { untracked } = tracker.table;
  if (untracked > 0) {
    const message = `There are more MPTCP connections than are kept apart: ${untracked} packets of later ones were not looked at`;
    found.push({ code: 'too-many-connections', severity: 'limit', message });
  }
  const { malformed } = tracker.options;
  if (malformed > 0) {
    const message = `${malformed} options of kind 30 have a subtype or a length that neither RFC 8684 nor RFC 6824 defines`;
    found.push({ code: 'malformed-option', severity: 'problem', message });
  }
  return found;
}
