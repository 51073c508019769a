// Generated from src/model/lab.schema.json by `npm run generate:model`. Do not edit.
import type { ErrorObject } from 'ajv';
import type { TopologyInput } from './topology.js';

export declare const validate: ((value: unknown) => value is TopologyInput) & {
  errors?: ErrorObject[] | null;
};
