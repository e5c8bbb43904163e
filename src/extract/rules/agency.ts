import type { NameRule } from '../names/scene.js';

export const agencyRules: NameRule[] = [];
