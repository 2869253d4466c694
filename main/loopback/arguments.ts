import type { IncomingMessage } from 'node:http';

/** A call carries some text and a few measurements; nothing of ours is near this many bytes. */
const BODY_LIMIT = 64 * 1024;

/** The arguments in the body of a call, none where it is no JSON list; null once it is over the limit. */
export async function readArguments(request: IncomingMessage): Promise<readonly unknown[] | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return parse(Buffer.concat(chunks).toString('utf8'));
}

function parse(body: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(body);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
