import type { Probe } from '../probe.ts';
import { macBrowsers } from './browsers/browsers.ts';

/** What is read on macOS alone. */
export const MAC_PROBES: readonly Probe[] = [macBrowsers];
