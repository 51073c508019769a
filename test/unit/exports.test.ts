import { expect, it } from 'vitest';
import * as subflow from '../../src/index.js';

it('the package exports these values and no others', () => {
  expect(Object.keys(subflow).sort()).toEqual([
    'LabError',
    'analyzeCaptureBytes',
    'analyzeCaptures',
    'buildLab',
    'mptcpLab',
  ]);
});
