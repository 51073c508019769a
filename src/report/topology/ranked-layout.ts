import * as dagre from '@dagrejs/dagre';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Edge extends Size {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Where everything's middle is, and the bends of each edge. */
export interface RankedLayout extends Size {
  readonly vertices: ReadonlyMap<string, Point>;
  readonly edges: ReadonlyMap<string, Point & { readonly points: readonly Point[] }>;
}

/** The part of dagre that is used; the types it publishes do not resolve for ECMAScript modules. */
interface DagreGraph {
  setGraph(options: object): void;
  setNode(id: string, size: object): void;
  setEdge(from: string, to: string, size: object, id: string): void;
  graph(): Size;
  node(id: string): Point;
  edge(from: string, to: string, id: string): Point & { readonly points: readonly Point[] };
}

const { Graph, layout } = dagre as unknown as {
  readonly Graph: new (options: { readonly multigraph: boolean }) => DagreGraph;
  readonly layout: (graph: DagreGraph) => void;
};

/** Ranks vertices from left to right and leaves room for a label on every edge. */
export function rankedLayout(
  vertices: readonly (Size & { readonly id: string })[],
  edges: readonly Edge[],
): RankedLayout {
  const graph = new Graph({ multigraph: true });
  const spacing = { nodesep: 36, ranksep: 72, edgesep: 24, marginx: 12, marginy: 12 };
  graph.setGraph({ rankdir: 'LR', ...spacing });
  for (const { id, width, height } of vertices) graph.setNode(id, { width, height });
  for (const { id, from, to, width, height } of edges) {
    graph.setEdge(from, to, { width, height, labelpos: 'c' }, id);
  }
  layout(graph);
  const { width, height } = graph.graph();
  const upright = isUpright(edges.map(({ from, to, id }) => graph.edge(from, to, id).y));
  const turned = ({ x, y }: Point): Point => ({ x, y: upright ? y : height - y });
  return {
    ...{ width: Math.ceil(width), height: Math.ceil(height) },
    vertices: new Map(vertices.map(({ id }) => [id, turned(graph.node(id))])),
    edges: new Map(
      edges.map(({ id, from, to }) => {
        const { points, ...label } = graph.edge(from, to, id);
        return [id, { ...turned(label), points: points.map(turned) }];
      }),
    ),
  };
}

/** Edges read from top to bottom, as far as that is up to the first two. */
function isUpright([first = 0, second = first]: readonly number[]): boolean {
  return first <= second;
}
