import type { NameRule } from '../names/scene.js';

export const programmeRules: NameRule[] = [];
