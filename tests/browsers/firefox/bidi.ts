import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

/** Two starts and a close at their limits end before the test does. A busy computer has needed 5 seconds. */
const START_LIMIT_MILLISECONDS = 15_000;
const ANSWER_LIMIT_MILLISECONDS = 10_000;
const CLOSE_LIMIT_MILLISECONDS = 5_000;

const messageSchema = z.object({
  id: z.number().optional(),
  type: z.enum(['success', 'error', 'event']),
  result: z.unknown(),
  message: z.string().optional(),
});

const treeSchema = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) });

const evaluatedSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ type: z.string(), value: z.unknown().optional() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

/** Where a script runs: in the page, or in Firefox’s own window around it. */
type Scope = 'content' | 'chrome';

/**
 * A stock Firefox, driven over WebDriver BiDi, which it speaks itself. Playwright drives only a Firefox of its own.
 *
 * @see https://w3c.github.io/webdriver-bidi/
 * @see https://firefox-source-docs.mozilla.org/remote/Prefs.html
 */
export class DrivenFirefox {
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: z.infer<typeof messageSchema>) => void>();
  readonly #contexts: Record<Scope, string> = { content: '', chrome: '' };
  #last = 0;

  private constructor(process: ChildProcess, socket: WebSocket) {
    this.#process = process;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const message = messageSchema.parse(JSON.parse(String(data)));
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    });
  }

  /**
   * Starts it, and waits until its first window has done what it does on starting. One that does not get that far in time
   * is ended with all its processes, and started anew on the same profile, once.
   */
  static async start(program: string, profile: string, home: string, attempts = 2): Promise<DrivenFirefox> {
    const remote = ['--remote-debugging-port=0', '--remote-allow-system-access'];
    const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, ...remote, 'about:blank'], {
      // A group of its own, so that its content processes can be ended with it.
      detached: true,
      env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // The group is not ended with the tests when they are interrupted.
    const orphan = (): void => signalGroup(child);
    process.once('exit', orphan);
    child.once('exit', () => process.off('exit', orphan));
    try {
      return await DrivenFirefox.#connect(child);
    } catch (error) {
      await killGroup(child);
      if (attempts === 1) throw error;
      // Said aloud: a start that fails now and then must not go unnoticed.
      process.stderr.write(`Firefox is started anew. ${String(error)}\n`);
      return DrivenFirefox.start(program, profile, home, attempts - 1);
    }
  }

  static async #connect(child: ChildProcess): Promise<DrivenFirefox> {
    const deadline = Date.now() + START_LIMIT_MILLISECONDS;
    const address = await withinLimit('its address', listening(child), deadline - Date.now());
    const socket = new WebSocket(`${address}/session`);
    await withinLimit('its socket', once(socket, 'open'), deadline - Date.now());
    const firefox = new DrivenFirefox(child, socket);
    // Left to itself, WebDriver answers every prompt at once.
    const capabilities = { alwaysMatch: { unhandledPromptBehavior: { default: 'ignore' } } };
    await firefox.#send('session.new', { capabilities }, deadline - Date.now());
    await firefox.#find('chrome', deadline);
    // It listens, and even answers, long before its window is set up. @see RemoteAgent.sys.mjs in Firefox
    await firefox.#evaluate('chrome', 'gBrowserInit.idleTasksFinished.promise.then(() => null)', deadline - Date.now());
    await firefox.#find('content', deadline);
    return firefox;
  }

  /** Its first context of that scope. */
  async #find(scope: Scope, deadline: number): Promise<void> {
    const said = await this.#send('browsingContext.getTree', { 'moz:scope': scope }, deadline - Date.now());
    this.#contexts[scope] = treeSchema.parse(said).contexts[0]?.context ?? '';
  }

  async open(url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { context: this.#contexts.content, url, wait: 'complete' });
  }

  run(scope: Scope, expression: string): Promise<unknown> {
    return this.#evaluate(scope, expression, ANSWER_LIMIT_MILLISECONDS);
  }

  async #evaluate(scope: Scope, expression: string, limit: number): Promise<unknown> {
    const target = { context: this.#contexts[scope] };
    const said = await this.#send('script.evaluate', { expression, target, awaitPromise: true }, limit);
    const evaluated = evaluatedSchema.parse(said);
    if (evaluated.type === 'exception') throw new Error(`${expression}: ${evaluated.exceptionDetails.text}`);
    return evaluated.result.value;
  }

  /** Ends it the way its menu does, so that everything is on disk; one that does not end in time is killed. */
  async close(): Promise<void> {
    const ended = exited(this.#process);
    try {
      // It may be gone before it has answered.
      await Promise.race([ended, this.#send('browser.close', {}, CLOSE_LIMIT_MILLISECONDS)]);
      await withinLimit('its end', ended, CLOSE_LIMIT_MILLISECONDS);
    } catch {
      await killGroup(this.#process);
    }
    this.#socket.close();
  }

  async #send(method: string, params: object, limit = ANSWER_LIMIT_MILLISECONDS): Promise<unknown> {
    const id = ++this.#last;
    const answered = new Promise<z.infer<typeof messageSchema>>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { type, result, message } = await withinLimit(method, answered, limit);
    if (type === 'error') throw new Error(`${method}: ${message}`);
    return result;
  }
}

/** Without it a Firefox that hangs would look like a test that does. */
async function withinLimit<T>(what: string, answer: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: Firefox does not answer`)), limit);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

async function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** A Firefox that hangs leaves content processes behind when it alone is killed. */
async function killGroup(child: ChildProcess): Promise<void> {
  signalGroup(child);
  if (child.pid !== undefined) await exited(child);
}

function signalGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  // Once it has been waited for, its number may belong to another.
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Firefox ended: ${printed}`)));
    child.stderr?.on('data', (data) => {
      printed += String(data);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
