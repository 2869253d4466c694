/** The operating systems that probes and rules exist for, by the names Node gives them. */
export const PLATFORMS = ['win32', 'darwin', 'linux'] as const;

export type Platform = (typeof PLATFORMS)[number];
