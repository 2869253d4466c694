/** Ends a `switch` over a closed union: a member that was forgotten does not compile. */
export function assertNever(unexpected: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(unexpected)}`);
}
