import { applicationRules } from './application.ts';
import { captureRules } from './capture.ts';
import { chromiumRules } from './chromium.ts';
import { deviceRules } from './device.ts';
import { firefoxRules } from './firefox.ts';
import { inUseRules } from './in-use.ts';
import { macRules } from './macos/index.ts';
import type { Rule } from './rule.ts';
import { safariRules } from './safari.ts';
import { signalRules } from './signal.ts';
import { siteRules } from './site.ts';
import { systemRules } from './system.ts';
import { windowsRules } from './windows/index.ts';

/** Every rule, in the order of the layers they look at. */
export const RULES: readonly Rule[] = [
  ...deviceRules,
  ...systemRules,
  ...windowsRules,
  ...macRules,
  ...applicationRules,
  ...chromiumRules,
  ...firefoxRules,
  ...safariRules,
  ...siteRules,
  ...inUseRules,
  ...signalRules,
  ...captureRules,
];
