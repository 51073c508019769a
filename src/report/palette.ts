/**
 * How paths are told apart: colour, dash and marker together, so that none of them is needed alone.
 * The colours keep 3:1 against both backgrounds and differ for colour-blind readers (after Okabe and Ito).
 */
export interface PathStyle {
  readonly light: string;
  readonly dark: string;
  /** stroke-dasharray; empty is solid. */
  readonly dash: string;
  /** A mark of about 6 px as path data relative to its middle. */
  readonly mark: string;
}

export const pathStyles: readonly [PathStyle, ...PathStyle[]] = [
  { light: '#0063a6', dark: '#5cb8f0', dash: '', mark: 'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0' },
  { light: '#c24e00', dark: '#ff9a4d', dash: '7 3', mark: 'm-2.7-2.7h5.4v5.4h-5.4z' },
  { light: '#00785a', dark: '#35d0a2', dash: '2 3', mark: 'm0-3.6l3.4 6h-6.8z' },
  {
    light: '#a03277',
    dark: '#f095c8',
    dash: '10 3 2 3',
    mark: 'm0-3.8l3.8 3.8l-3.8 3.8l-3.8-3.8z',
  },
  { light: '#6b5b00', dark: '#e6d75a', dash: '5 2 1 2', mark: 'm0 3.6l3.4-6h-6.8z' },
  {
    light: '#4b3fa8',
    dark: '#b0a7ff',
    dash: '1 2',
    mark: 'm-1.1-3.3h2.2v2.2h2.2v2.2h-2.2v2.2h-2.2v-2.2h-2.2v-2.2h2.2z',
  },
  { light: '#8a1f1f', dark: '#ff8f8f', dash: '12 4', mark: 'm-3.8-1.3h7.6v2.6h-7.6z' },
  { light: '#3d5a66', dark: '#a3c4d1', dash: '4 4', mark: 'm-1.3-3.8h2.6v7.6h-2.6z' },
];

/** The class of a path's lines; beyond the last style they begin anew. */
export function pathClass(index: number): string {
  return `path-${index % pathStyles.length}`;
}

/** Likewise its dash and its mark. */
export function pathStyle(index: number): PathStyle {
  return pathStyles[index % pathStyles.length] ?? pathStyles[0];
}

/** Custom properties of all colours, for one scheme. */
export function colours(scheme: 'light' | 'dark'): string {
  const paths = pathStyles.map((style, index) => `--path-${index}:${style[scheme]}`);
  return [...neutrals[scheme], ...paths].join(';');
}

const neutrals = {
  light: [
    '--ground:#ffffff',
    '--raised:#f5f7f9',
    '--ink:#1a2026',
    '--quiet:#4d5964',
    '--line:#c3ccd4',
    '--cable:#6b7883',
    '--good:#0a6b3d',
    '--good-ground:#e3f5ea',
    '--bad:#b3161f',
    '--bad-ground:#fdeaea',
    '--unsure:#7a5200',
    '--unsure-ground:#fdf3dc',
    '--focus:#0063a6',
  ],
  dark: [
    '--ground:#12171c',
    '--raised:#1b2229',
    '--ink:#e8edf2',
    '--quiet:#a9b6c2',
    '--line:#3a4651',
    '--cable:#8796a3',
    '--good:#6fdba0',
    '--good-ground:#11331f',
    '--bad:#ff9b9b',
    '--bad-ground:#431a1d',
    '--unsure:#f2c968',
    '--unsure-ground:#3a2d0c',
    '--focus:#5cb8f0',
  ],
} as const;
