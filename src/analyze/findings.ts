import type { AnalysisFinding, CaptureAnalysis } from '../model/analysis.js';
import type { Analyzer } from './analyzer.js';
import { captureFindings } from './capture-findings.js';
import { connectionFindings } from './connection-findings.js';

/** What is worth knowing of captures and connections, and what the captures cannot show. */
export function findingsOf(
  analyzer: Analyzer,
  seen: Omit<CaptureAnalysis, 'findings'>,
): AnalysisFinding[] {
  return [
    ...captureFindings(analyzer, seen),
    ...analyzer.tracker.connections.all.flatMap((connection, index) => {
      const summary = seen.connections[index];
      if (summary === undefined) return [];
      return connectionFindings(connection, summary).map((finding) => ({
        ...{ ...finding, capture: null, connection: index },
      }));
    }),
  ];
}
