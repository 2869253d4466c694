export const SCHEMA_NAME = 'capture-doctor/report';

/** Goes up when a reader of the old form would misread the new one. What is only added leaves it as it is. */
export const SCHEMA_VERSION = 1;

/** How a report names its form. */
export const REPORT_SCHEMA = `${SCHEMA_NAME}@${SCHEMA_VERSION}` as const;
