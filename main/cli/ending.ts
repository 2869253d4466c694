const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How often it is looked whether whoever started this is still there, in milliseconds. */
const PARENT_INTERVAL = 1_000;

/**
 * Calls back once when this process is told to end, until the returned function is called. npm hands a signal to the
 * shell that it runs a script in, which ends and tells nobody: a parent that is gone is therefore a signal too.
 */
export function onEnding(end: () => void): () => void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (isRunByNpm() && process.ppid !== parent) finish();
  }, PARENT_INTERVAL).unref();
  const forget = (): void => {
    clearInterval(watch);
    for (const signal of SIGNALS) process.off(signal, finish);
  };
  function finish(): void {
    forget();
    end();
  }
  for (const signal of SIGNALS) process.on(signal, finish);
  return forget;
}

function isRunByNpm(): boolean {
  return process.env['npm_lifecycle_event'] !== undefined;
}
