import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

const START_LIMIT_MILLISECONDS = 20_000;
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

  /** About one start in fifteen leaves the first message unanswered for good; why was not found. It is started anew. */
  static async start(program: string, profile: string, home: string, attempts = 3): Promise<DrivenFirefox> {
    const remote = ['--remote-debugging-port=0', '--remote-allow-system-access'];
    const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, ...remote, 'about:blank'], {
      env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    try {
      return await DrivenFirefox.#connect(child);
    } catch (error) {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
      child.kill('SIGKILL');
      await ended;
      if (attempts === 1) throw error;
      return DrivenFirefox.start(program, profile, home, attempts - 1);
    }
  }

  static async #connect(child: ChildProcess): Promise<DrivenFirefox> {
    const address = await listening(child);
    const socket = new WebSocket(`${address}/session`);
    await withinLimit('its socket', once(socket, 'open'));
    const firefox = new DrivenFirefox(child, socket);
    // Left to itself, WebDriver answers every prompt at once.
    const capabilities = { alwaysMatch: { unhandledPromptBehavior: { default: 'ignore' } } };
    await firefox.#send('session.new', { capabilities });
    for (const scope of ['content', 'chrome'] as const) {
      const tree = treeSchema.parse(await firefox.#send('browsingContext.getTree', { 'moz:scope': scope }));
      firefox.#contexts[scope] = tree.contexts[0]?.context ?? '';
    }
    return firefox;
  }

  async open(url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { context: this.#contexts.content, url, wait: 'complete' });
  }

  async run(scope: Scope, expression: string): Promise<unknown> {
    const target = { context: this.#contexts[scope] };
    const said = await this.#send('script.evaluate', { expression, target, awaitPromise: true });
    const evaluated = evaluatedSchema.parse(said);
    if (evaluated.type === 'exception') throw new Error(`${expression}: ${evaluated.exceptionDetails.text}`);
    return evaluated.result.value;
  }

  /** Ends it the way its menu does, so that everything is on disk. */
  async close(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    const ended = exitCode === null && signalCode === null ? once(this.#process, 'exit') : Promise.resolve();
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), CLOSE_LIMIT_MILLISECONDS);
    this.#send('browser.close', {}).catch(() => this.#process.kill());
    await ended;
    clearTimeout(timer);
    this.#socket.close();
  }

  async #send(method: string, params: object): Promise<unknown> {
    const id = ++this.#last;
    const answered = new Promise<z.infer<typeof messageSchema>>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { type, result, message } = await withinLimit(method, answered);
    if (type === 'error') throw new Error(`${method}: ${message}`);
    return result;
  }
}

const ANSWER_LIMIT_MILLISECONDS = 5_000;

/** Without it a Firefox that hangs would look like a test that does. */
async function withinLimit<T>(what: string, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: Firefox does not answer`)), ANSWER_LIMIT_MILLISECONDS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string): void => {
      child.kill();
      reject(new Error(`Firefox ${why}: ${printed}`));
    };
    const timer = setTimeout(() => fail('did not start'), START_LIMIT_MILLISECONDS);
    child.once('exit', () => fail('ended'));
    child.stderr?.on('data', (data) => {
      printed += String(data);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(address);
    });
  });
}
