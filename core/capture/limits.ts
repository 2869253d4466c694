/** The most points of a series: enough for a short graph, whatever a test lasted. */
export const SERIES_LIMIT = 60;

/** The most other devices of a kind that are tested beside the chosen one. */
export const OTHERS_LIMIT = 4;

/** The most channels whose level is kept. */
export const CHANNELS_LIMIT = 8;
