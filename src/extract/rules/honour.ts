import type { NameRule } from '../names/scene.js';

export const honourRules: NameRule[] = [];
