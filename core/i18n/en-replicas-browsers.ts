/** What stands in the drawings of browsers. */
export const enBrowserReplicas = {} as const;
