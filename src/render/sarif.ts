import type { Finding, Severity } from '../model/finding.js';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'note',
};

/** A rule as SARIF names it. */
export interface SarifRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
}

export interface SarifSource {
  readonly version: string;
  readonly rules: readonly SarifRule[];
  /** The topology file, or null where the lab comes from none. */
  readonly file: string | null;
  readonly lineOf: (finding: Finding) => number;
}

/** Findings as a SARIF 2.1.0 log (OASIS), which code hosts show beside the lines. */
export function sarif(findings: readonly Finding[], source: SarifSource): object {
  const rules = source.rules.map(({ id, severity, summary }) => ({
    id,
    shortDescription: { text: summary },
    defaultConfiguration: { level: levels[severity] },
  }));
  const driver = { name: 'subflow', semanticVersion: source.version, rules };
  const results = findings.map((finding) => resultOf(finding, source));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  };
}

/** A relative reference: a path's `#` and `?` would end it. */
function uriOf(file: string): string {
  return encodeURI(file.replaceAll('\\', '/')).replace(/[?#]/g, encodeURIComponent);
}

function resultOf(finding: Finding, { rules, file, lineOf }: SarifSource): object {
  const { rule, severity, message, consequence, mend, path } = finding;
  const logical = { logicalLocations: [{ fullyQualifiedName: path }] };
  const uri = file === null ? null : uriOf(file);
  const physical = {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: lineOf(finding) } },
  };
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: `${message}. ${consequence} ${mend.text}` },
    locations: [uri === null ? logical : { ...physical, ...logical }],
  };
}
