import about from '../package.json' with { type: 'json' };

/** The version of this tool, as every report names it. */
export const TOOL_VERSION: string = about.version;
