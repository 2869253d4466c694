import type { Rule } from '../rule.ts';
import { consentRules } from './consent.ts';
import { windowsDeviceRules } from './device.ts';
import { windowsInUseRules } from './in-use.ts';
import { managementRules } from './management.ts';
import { windowsSignalRules } from './signal.ts';

export const windowsRules: readonly Rule[] = [
  ...managementRules,
  ...windowsDeviceRules,
  ...consentRules,
  ...windowsInUseRules,
  ...windowsSignalRules,
];
