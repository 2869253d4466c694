/** The command line, or a file it names, is not usable. Its message is one sentence that says where and why. */
export class UsageError extends Error {}
