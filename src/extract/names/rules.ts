/** The name rules in their fixed order. */
import { agencyRules } from '../rules/agency.js';
import { divisionRules } from '../rules/division.js';
import { eventRules } from '../rules/event.js';
import { facilityRules } from '../rules/facility.js';
import { fundingRules } from '../rules/funding.js';
import { honourRules } from '../rules/honour.js';
import { personRules } from '../rules/person.js';
import { policyRules } from '../rules/policy.js';
import { programmeRules } from '../rules/programme.js';
import { projectRules } from '../rules/project.js';
import { tableCellRules } from '../rules/table-cell.js';
import type { NameRule } from './scene.js';

export const NAME_RULES: readonly NameRule[] = [
  ...divisionRules,
  ...agencyRules,
  ...facilityRules,
  ...projectRules,
  ...policyRules,
  ...eventRules,
  ...fundingRules,
  ...personRules,
  ...honourRules,
  ...programmeRules,
  ...tableCellRules,
];
