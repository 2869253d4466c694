import type { Rule } from '../rule.ts';
import { macConsentRules } from './consent.ts';
import { macDeviceRules } from './device.ts';
import { macManagementRules } from './management.ts';
import { macPermissionRules } from './permission.ts';
import { macSignalRules } from './signal.ts';

/** What is judged on macOS alone. */
export const macRules: readonly Rule[] = [
  ...macManagementRules,
  ...macDeviceRules,
  ...macPermissionRules,
  ...macConsentRules,
  ...macSignalRules,
];
