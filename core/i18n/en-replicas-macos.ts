/** What stands in the drawings of the settings of macOS. */
export const enMacReplicas = {} as const;
