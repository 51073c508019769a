import { describe, expect, it } from 'vitest';
import { markup, quoteMarkup } from '../../../src/quote/markup.js';

describe('markup', () => {
  it('escapes what is put in, in elements and attributes', () => {
    const name = `"><script>alert('x')</script>&`;
    expect(markup`<p title="${name}">${name}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('leaves markup as it is, puts lists together and shows nothing for null', () => {
    expect(markup`<ul>${[1, 2].map((it) => markup`<li>${it}</li>`)}${null}</ul>`.text).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });

  it('replaces what XML forbids', () => {
    expect(quoteMarkup('a\u0000b\u001B[1mc\uD800d\uFFFEe\n\t')).toBe(
      'a\uFFFDb\uFFFD[1mc\uFFFDd\uFFFDe\n\t',
    );
  });
});
