import { Document, Scalar, visit } from 'yaml';

/**
 * YAML that reads the same under YAML 1.1, which cloud-init and netplan speak, and 1.2: what begins
 * unlike a word and words like `yes` are quoted, texts of several lines are literal blocks.
 */
export function yamlText(value: unknown): string {
  const document = new Document(value, { version: '1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && /^[^a-z/\n][^\n]*$/i.test(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}
