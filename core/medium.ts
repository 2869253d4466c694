/** What a person can be without. Each medium is asked for, tested and judged on its own. */
export const MEDIA = ['camera', 'microphone'] as const;

export type Medium = (typeof MEDIA)[number];
