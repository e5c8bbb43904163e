import type { NameRule } from '../names/scene.js';

export const policyRules: NameRule[] = [];
