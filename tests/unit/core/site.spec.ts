import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSecureOrigin, parseSite } from '../../../core/site.ts';

describe('parseSite', () => {
  test.each([
    ['https://Meet.Example.com/room?x=1#y', 'https://meet.example.com', 443],
    ['meet.example.com', 'https://meet.example.com', 443],
    ['localhost:8123', 'https://localhost:8123', 8123],
    ['http://127.0.0.1:8123/x', 'http://127.0.0.1:8123', 8123],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example', 443],
    ['http://[::1]:80/', 'http://[::1]', 80],
    ['https://user:secret@example.com/', 'https://example.com', 443],
  ])('%s is %s', (address, origin, port) => {
    expect(parseSite(address)).toMatchObject({ origin, port });
  });

  test.each([
    ['', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['a b', 'not-an-address'],
    ['ftp://example.com', 'not-http'],
    ['file:///etc/passwd', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['chrome://settings', 'not-http'],
  ])('%j is refused', (address, problem) => {
    expect(parseSite(address)).toBe(problem);
  });

  test('never throws, and gives nothing but an origin', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const site = parseSite(text);
        if (typeof site === 'object') expect(new URL(site.origin).origin).toBe(site.origin);
        else expect(['not-an-address', 'not-http']).toContain(site);
      }),
    );
  });
});

describe('isSecureOrigin', () => {
  test.each([
    ['https://example.com', true],
    ['http://example.com', false],
    ['http://localhost:3000', true],
    ['http://app.localhost', true],
    ['http://127.0.0.1', true],
    ['http://127.9.9.9', true],
    ['http://[::1]:8080', true],
    ['http://192.168.1.5', false],
    ['http://localhost.example.com', false],
  ])('%s: %s', (address, secure) => {
    const site = parseSite(address);
    expect(typeof site === 'object' && isSecureOrigin(site)).toBe(secure);
  });
});
