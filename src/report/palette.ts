/**
 * How paths are told apart: colour, dash and marker together, so that none of them is needed alone.
 * The colours keep 3:1 against both backgrounds and differ for colour-blind readers (after Okabe and Ito).
 */
export interface PathStyle {
  readonly light: string;
  readonly dark: string;
  /** stroke-dasharray; empty is solid. */
  readonly dash: string;
}

export const pathStyles: readonly PathStyle[] = [
  { light: '#0063a6', dark: '#5cb8f0', dash: '' },
  { light: '#c24e00', dark: '#ff9a4d', dash: '7 3' },
  { light: '#00785a', dark: '#35d0a2', dash: '2 3' },
  { light: '#a03277', dark: '#f095c8', dash: '10 3 2 3' },
  { light: '#6b5b00', dark: '#e6d75a', dash: '5 2 1 2' },
  { light: '#4b3fa8', dark: '#b0a7ff', dash: '1 2' },
  { light: '#8a1f1f', dark: '#ff8f8f', dash: '12 4' },
  { light: '#3d5a66', dark: '#a3c4d1', dash: '4 4' },
];

/** The class of a path's lines; beyond the last style they begin anew. */
export function pathClass(index: number): string {
  return `path-${index % pathStyles.length}`;
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
