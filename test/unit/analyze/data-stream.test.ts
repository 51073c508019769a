import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/analyze/budget.js';
import { DataStream } from '../../../src/analyze/data-stream.js';

function streamFrom(lower: number): DataStream {
  const stream = new DataStream(new Budget());
  stream.setBase(7, lower);
  return stream;
}

describe('a stream that takes over another', () => {
  it('keeps its own DATA_FIN and acknowledgement where the other has none', () => {
    const stream = streamFrom(0);
    stream.noteFin(300, 50);
    stream.acknowledge(200);
    stream.acknowledgedNs = 40;
    stream.adopt(streamFrom(100));
    expect(stream).toMatchObject({ fin: 300, finNs: 50, acknowledged: 200, acknowledgedNs: 40 });
  });

  it("takes the other's where it has none, placed by its base", () => {
    const [stream, earlier] = [streamFrom(0), streamFrom(100)];
    earlier.noteFin(300, 50);
    earlier.acknowledge(200);
    earlier.acknowledgedNs = 40;
    expect(stream.adopt(earlier)).toBe(100);
    expect(stream).toMatchObject({ fin: 400, finNs: 50, acknowledged: 300, acknowledgedNs: 40 });
  });

  it('was finished and acknowledged first when the first of both was', () => {
    const [stream, earlier] = [streamFrom(0), streamFrom(0)];
    [stream, earlier].forEach((it, index) => {
      it.noteFin(300, 50 + index);
      it.acknowledgedNs = 40 - index;
    });
    stream.adopt(earlier);
    expect(stream).toMatchObject({ fin: 300, finNs: 50, acknowledgedNs: 39 });
  });
});
